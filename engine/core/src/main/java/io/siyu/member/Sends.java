package io.siyu.member;

import io.siyu.campaign.Cap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages decided for one subject within the last {@link #HORIZON}, oldest first. */
public record Sends(List<Sent> list) {

    /** No cap looks back further. */
    public static final Duration HORIZON = Duration.ofDays(31);

    // why: a month of 31 days in which clocks go back is an hour longer.
    private static final Duration KEPT = HORIZON.plusHours(2);

    /** Nothing sent. */
    public static final Sends NONE = new Sends(List.of());

    public Sends {
        list = List.copyOf(list);
    }

    /** With one more; what is older than the horizon is forgotten. */
    public Sends with(Sent sent) {
        Instant oldest = sent.at().minus(KEPT);
        List<Sent> next = new ArrayList<>(list.size() + 1);
        for (Sent other : list) {
            if (other.at().isAfter(oldest)) {
                next.add(other);
            }
        }
        next.add(sent);
        return new Sends(next);
    }

    /** Whether any of them was decided by this campaign, or by this rule when no campaign sent it. */
    public boolean by(String origin) {
        return list.stream().anyMatch(sent -> sent.by().equals(origin));
    }

    /** The message of this id, if it holds one of its channel's daily limit. */
    public Optional<Sent> unit(String message) {
        return list.stream().filter(sent -> sent.unit().equals(message)).findFirst();
    }

    /** With the unit this message held given back. */
    public Sends withoutUnit(String message) {
        return new Sends(list.stream()
                .map(sent -> sent.unit().equals(message)
                        ? new Sent(sent.at(), sent.channel(), sent.purpose(), sent.by())
                        : sent)
                .toList());
    }

    /** How many the cap counts at {@code at} in this zone; {@code by} narrows to one campaign unless empty. */
    public int count(Cap cap, String by, Instant at, ZoneId zone) {
        if (list.isEmpty()) {
            return 0;
        }
        Instant after = cap.after(at, zone);
        int count = 0;
        for (Sent sent : list) {
            if (counts(cap, by, after, sent)) {
                count++;
            }
        }
        return count;
    }

    /** When the full cap first has room again; null if it has room at {@code at} or never will. */
    public @Nullable Instant frees(Cap cap, String by, Instant at, ZoneId zone) {
        Instant after = cap.after(at, zone);
        List<Sent> counted =
                list.stream().filter(sent -> counts(cap, by, after, sent)).toList();
        return cap.max() == 0 || counted.size() < cap.max()
                ? null
                : cap.frees(counted.get(counted.size() - cap.max()).at(), zone);
    }

    private static boolean counts(Cap cap, String by, Instant after, Sent sent) {
        return sent.at().isAfter(after)
                && (by.isEmpty() || sent.by().equals(by))
                && cap.covers(sent.purpose(), sent.channel());
    }
}
