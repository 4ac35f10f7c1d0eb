package io.siyu.web.wiring;

import io.siyu.partition.HouseTime;
import io.siyu.partition.quartz.QuartzCalendar;
import java.util.function.BooleanSupplier;

/**
 * Keeps the calendar's triggers those of the edition in force and of the house's clock, whoever changed them. Only the
 * owner of the house has its calendar started: the tables are shared, and Quartz expects one scheduler on them.
 */
final class Plans {
    /** why: of a schedule that never ends only the next occurrences have triggers. */
    private static final long HOUR = 3_600;

    private final QuartzCalendar calendar;
    private final HouseTime time;
    private final KnownEditions editions;
    private final BooleanSupplier owner;
    private Basis planned = Basis.NONE;

    /** What a plan was made from. */
    private record Basis(long revision, long clock, long hour) {
        static final Basis NONE = new Basis(-1, -1, -1);
    }

    /** @param owner whether this node owns the house */
    Plans(QuartzCalendar calendar, HouseTime time, KnownEditions editions, BooleanSupplier owner) {
        this.calendar = calendar;
        this.time = time;
        this.editions = editions;
        this.owner = owner;
    }

    /** Plans anew if something changed since the last plan; lets the calendar rest while another node owns the house. */
    synchronized void follow() {
        if (!owner.getAsBoolean()) {
            calendar.close();
            planned = Basis.NONE;
            return;
        }
        Basis now = new Basis(
                editions.current().revision(),
                time.clock().version(),
                time.now().getEpochSecond() / HOUR);
        if (!now.equals(planned)) {
            calendar.start();
            planned = now;
        }
    }
}
