package io.siyu.samples.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** The events of the twelve days, in order of time, made day by day. */
final class DemoStream {
    private final DemoPlan plan;
    private final Deque<DemoEvent> coming = new ArrayDeque<>();
    private int made;
    private int told;
    private Instant last;

    /** Events behind {@code from}. */
    DemoStream(DemoPlan plan, Instant from) {
        this.plan = plan;
        this.last = from;
        int day =
                (int) Duration.between(plan.start().atStartOfDay(DemoPlan.ZONE).toInstant(), from)
                        .toDays();
        this.made = day;
        this.told = day;
        fill();
        until(from);
    }

    /** The events up to and at {@code now} that were not taken yet. */
    List<DemoEvent> until(Instant now) {
        List<DemoEvent> taken = new ArrayList<>();
        while (!coming.isEmpty() && !coming.element().time().isAfter(now)) {
            taken.add(coming.remove());
            fill();
        }
        last = now;
        return taken;
    }

    /** The number of the day that has begun since last asked. */
    OptionalInt newDay() {
        int day = 1
                + (int) Duration.between(
                                plan.start().atStartOfDay(DemoPlan.ZONE).toInstant(), last)
                        .toDays();
        if (day <= told || day > DemoPlan.DAYS) {
            return OptionalInt.empty();
        }
        told = day;
        return OptionalInt.of(day);
    }

    private void fill() {
        while (coming.isEmpty() && made < DemoPlan.DAYS) {
            made++;
            coming.addAll(new DemoDay(plan, made).events());
        }
    }
}
