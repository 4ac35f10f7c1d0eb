package io.siyu.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The enrolments of one subject: those open, and per campaign the latest occurrences that are over.
 *
 * @param open in order of entry
 * @param done per campaign the newest {@value #KEPT} occurrences over, oldest first; they are not entered again
 */
public record Enrolments(List<Enrolment> open, Map<String, List<String>> done) {

    /** How many finished occurrences per campaign are remembered. */
    public static final int KEPT = 64;

    /** No enrolments. */
    public static final Enrolments NONE = new Enrolments(List.of(), Map.of());

    public Enrolments {
        open = List.copyOf(open);
        done = SortedByText.of(done);
    }

    /** The open enrolment of this campaign and occurrence. */
    public Optional<Enrolment> find(String campaign, String occurrence) {
        for (Enrolment e : open) {
            if (e.campaign().equals(campaign) && e.occurrence().equals(occurrence)) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /** Whether this occurrence is open or over, so that it must not be entered again. */
    public boolean knows(String campaign, String occurrence) {
        return find(campaign, occurrence).isPresent()
                || done.getOrDefault(campaign, List.of()).contains(occurrence);
    }

    /** Whether an enrolment of this campaign is open. */
    public boolean in(String campaign) {
        return open.stream().anyMatch(e -> e.campaign().equals(campaign));
    }

    /** With {@code enrolment} opened. */
    public Enrolments opened(Enrolment enrolment) {
        List<Enrolment> next = new ArrayList<>(open);
        next.add(enrolment);
        return new Enrolments(next, done);
    }

    /** With this campaign and occurrence over. */
    public Enrolments over(String campaign, String occurrence) {
        List<Enrolment> next = new ArrayList<>(open);
        next.removeIf(e -> e.campaign().equals(campaign) && e.occurrence().equals(occurrence));
        List<String> known = new ArrayList<>(done.getOrDefault(campaign, List.of()));
        known.remove(occurrence);
        known.add(occurrence);
        List<String> latest = List.copyOf(known.subList(Math.max(0, known.size() - KEPT), known.size()));
        return new Enrolments(next, SortedByText.of(done).with(campaign, latest));
    }
}
