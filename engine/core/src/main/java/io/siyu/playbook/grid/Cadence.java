package io.siyu.playbook.grid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days a campaign has already.
 *
 * @param start day 1; null when nobody said it
 * @param days how many; 0 when there are none
 */
record Cadence(@Nullable LocalDate start, int days) {

    static final Cadence NONE = new Cadence(null, 0);

    /** Whether it begins no later and ends no earlier, so that a start that is part of message ids can stay. */
    boolean holds(LocalDate first, LocalDate last) {
        return start != null && !first.isBefore(start) && last.isBefore(start.plusDays(days));
    }
}
