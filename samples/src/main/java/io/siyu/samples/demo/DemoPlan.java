package io.siyu.samples.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What a demo is made from; the same plan makes the same retailer and the same days.
 *
 * @param members how many there are when the house is opened
 * @param start the first of the twelve days
 */
record DemoPlan(long seed, int members, LocalDate start) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int DAYS = 12;

    private static final LocalTime OPENING = LocalTime.of(7, 30);

    DemoPlan {
        if (members < 100) {
            throw new IllegalArgumentException("The demo needs at least 100 members, not " + members + ".");
        }
    }

    /** The twelve days around 11 November 2026, always the same. */
    static DemoPlan of(int members) {
        return new DemoPlan(20_261_111, members, LocalDate.of(2026, 11, 4));
    }

    /** When the demo begins. */
    Instant opening() {
        return start.atTime(OPENING).atZone(ZONE).toInstant();
    }

    /** When its last day ends. */
    Instant end() {
        return start.plusDays(DAYS).atStartOfDay(ZONE).toInstant();
    }
}
