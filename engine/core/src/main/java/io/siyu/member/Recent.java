package io.siyu.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The newest {@value #KEPT} final decisions about one subject, oldest first. */
public record Recent(List<Decided> list) {

    /** How many are kept. */
    public static final int KEPT = 10;

    /** None yet. */
    public static final Recent NONE = new Recent(List.of());

    /**
     * One final decision.
     *
     * @param by campaign and step, or rule
     * @param verdict {@code send} or {@code drop}
     * @param reason reason code; empty for a send
     */
    public record Decided(Instant at, String by, String verdict, String reason) {}

    public Recent {
        list = List.copyOf(list);
    }

    /** With one more; the oldest goes. */
    public Recent with(Decided decided) {
        List<Decided> next = new ArrayList<>(list.subList(Math.max(0, list.size() - KEPT + 1), list.size()));
        next.add(decided);
        return new Recent(next);
    }
}
