package io.siyu.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The enrolments of one subject: those open, and per campaign the latest occurrences that are over.
 *
 * @param open in order of entry
 * @param done per campaign the newest {@value #KEPT} occurrences over, oldest first; they are not entered again
 * @param entered per campaign that asks for it the newest {@value #KEPT} entries, oldest first
 */
public record Enrolments(List<Enrolment> open, Map<String, List<String>> done, Map<String, List<Entered>> entered) {

    /** How many finished occurrences per campaign are remembered. */
    public static final int KEPT = 64;

    /** No enrolments. */
    public static final Enrolments NONE = new Enrolments(List.of(), Map.of());

    /** When a campaign was last entered for an order or coupon; the key is empty for the subject as a whole. */
    public record Entered(String key, Instant at) {}

    public Enrolments {
        open = List.copyOf(open);
        done = SortedByText.of(done);
        entered = SortedByText.of(entered);
    }

    /** Enrolments whose entries nobody asked to remember. */
    public Enrolments(List<Enrolment> open, Map<String, List<String>> done) {
        this(open, done, Map.of());
    }

    /** The open enrolment of this campaign and occurrence. */
    public Optional<Enrolment> find(String campaign, String occurrence) {
        for (Enrolment e : open) {
            if (isSame(e, campaign, occurrence)) {
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
        return new Enrolments(next, done, entered);
    }

    /** With this one in place of the open one of the same campaign and occurrence. */
    public Enrolments replaced(Enrolment enrolment) {
        List<Enrolment> next = new ArrayList<>(open);
        next.replaceAll(e -> isSame(e, enrolment.campaign(), enrolment.occurrence()) ? enrolment : e);
        return new Enrolments(next, done, entered);
    }

    /** With an entry remembered. */
    public Enrolments remembering(String campaign, Entered entry) {
        List<Entered> next = new ArrayList<>(entered.getOrDefault(campaign, List.of()));
        next.removeIf(before -> before.key().equals(entry.key()));
        next.add(entry);
        List<Entered> newest = List.copyOf(next.subList(Math.max(0, next.size() - KEPT), next.size()));
        return new Enrolments(open, done, SortedByText.of(entered).with(campaign, newest));
    }

    /** When the campaign was last entered for this key; null if it was not, or nobody asked to remember. */
    public @Nullable Instant last(String campaign, String key) {
        for (Entered before : entered.getOrDefault(campaign, List.of())) {
            if (before.key().equals(key)) {
                return before.at();
            }
        }
        return null;
    }

    /** With this campaign and occurrence over. */
    public Enrolments over(String campaign, String occurrence) {
        List<Enrolment> next = new ArrayList<>(open);
        next.removeIf(e -> isSame(e, campaign, occurrence));
        List<String> known = new ArrayList<>(done.getOrDefault(campaign, List.of()));
        known.remove(occurrence);
        known.add(occurrence);
        List<String> latest = List.copyOf(known.subList(Math.max(0, known.size() - KEPT), known.size()));
        return new Enrolments(next, SortedByText.of(done).with(campaign, latest), entered);
    }

    private static boolean isSame(Enrolment e, String campaign, String occurrence) {
        return e.campaign().equals(campaign) && e.occurrence().equals(occurrence);
    }
}
