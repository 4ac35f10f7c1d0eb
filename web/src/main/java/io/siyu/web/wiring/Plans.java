package io.siyu.web.wiring;

import io.siyu.partition.HouseTime;
import io.siyu.partition.quartz.QuartzCalendar;

/** Keeps the calendar's triggers those of the edition in force and of the house's clock, whoever changed them. */
final class Plans {
    /** why: of a schedule that never ends only the next occurrences have triggers. */
    private static final long HOUR = 3_600;

    private final QuartzCalendar calendar;
    private final HouseTime time;
    private final KnownEditions editions;
    private Basis planned = new Basis(-1, -1, -1);

    /** What a plan was made from. */
    private record Basis(long revision, long clock, long hour) {}

    Plans(QuartzCalendar calendar, HouseTime time, KnownEditions editions) {
        this.calendar = calendar;
        this.time = time;
        this.editions = editions;
    }

    /** Plans anew if something changed since the last plan. */
    synchronized void follow() {
        Basis now = new Basis(
                editions.current().revision(),
                time.clock().version(),
                time.now().getEpochSecond() / HOUR);
        if (!now.equals(planned)) {
            calendar.plan();
            planned = now;
        }
    }
}
