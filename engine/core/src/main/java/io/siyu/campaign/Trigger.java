package io.siyu.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What enters a member into a campaign. */
public sealed interface Trigger {

    /** Conditions the fact and the member must meet to enter. */
    List<Condition> when();

    /** Whether its steps are planned for an audience; otherwise they follow a member who entered. */
    default boolean isPlanned() {
        return false;
    }

    /** Whose clock shows the local times it plans for members; communities go by the retailer's. */
    default LocalClock clock() {
        return LocalClock.RETAILER;
    }

    /** The same by the retailer's clock. */
    default Trigger onRetailersClock() {
        return this;
    }

    /**
     * An event of a catalogued type about the member; the occurrence is the event's id.
     *
     * @param type the dotted event type, such as {@code order.placed}
     */
    record OnEvent(String type, List<Condition> when) implements Trigger {
        public OnEvent {
            when = List.copyOf(when);
        }
    }

    /**
     * An event of a store or of the retailer: members of the audience are called, each at most once; the occurrence is
     * the event's id.
     *
     * @param type the dotted event type, such as {@code stock.expiring}
     * @param within how long after the event members may still be called
     * @param when conditions, each on the event or on the member
     */
    record OnCall(String type, Duration within, List<Condition> when) implements Trigger {
        /** How long when the file does not say it. */
        public static final Duration USUAL = Duration.ofHours(24);

        public OnCall {
            when = List.copyOf(when);
        }
    }

    /**
     * A moment before (or, negative, after) a date the member's state holds; the occurrence is the fact's id.
     *
     * @param of the date: {@link #COUPON_EXPIRY}, {@link #LAST_ORDER}, or a date of the member such as {@code
     *     member.birthday}, which comes every year
     * @param before how long before the date; negative means after it
     */
    record OnDate(String of, Duration before, List<Condition> when) implements Trigger {
        /** When a coupon lapses. */
        public static final String COUPON_EXPIRY = "coupon.expiresAt";

        /** When the member last placed an order. */
        public static final String LAST_ORDER = "order.last";

        /** What dates of the member begin with. */
        public static final String MEMBER = "member.";

        public OnDate {
            when = List.copyOf(when);
        }
    }

    /**
     * Something that did not happen for so long after something else; the occurrence is the id of the event after which.
     *
     * @param event the dotted type of what did not happen
     * @param after the dotted type after which it is waited for; each begins the time anew
     * @param when conditions on what began it; those that name the member are looked at when the time is up
     */
    record OnAbsence(String event, String after, Duration within, List<Condition> when) implements Trigger {
        public OnAbsence {
            when = List.copyOf(when);
        }
    }

    /**
     * A cadence: steps laid out over days from one start date; the occurrence is the start date.
     *
     * @param start day 1
     * @param days length in days, from 1
     */
    record OnCadence(LocalDate start, int days, List<Condition> when, LocalClock clock) implements Trigger {
        public OnCadence {
            when = List.copyOf(when);
        }

        /** One by the retailer's clock. */
        public OnCadence(LocalDate start, int days, List<Condition> when) {
            this(start, days, when, LocalClock.RETAILER);
        }

        @Override
        public Trigger onRetailersClock() {
            return new OnCadence(start, days, when);
        }

        @Override
        public boolean isPlanned() {
            return true;
        }
    }

    /**
     * A schedule: rounds, each going through the steps; the occurrence is the local time at which the round begins.
     *
     * @param window how late a step may still begin; one not begun by then is missed
     */
    record OnSchedule(Recurrence recurrence, Duration window, List<Condition> when, LocalClock clock)
            implements Trigger {
        public OnSchedule {
            when = List.copyOf(when);
        }

        /** One by the retailer's clock. */
        public OnSchedule(Recurrence recurrence, Duration window, List<Condition> when) {
            this(recurrence, window, when, LocalClock.RETAILER);
        }

        @Override
        public Trigger onRetailersClock() {
            return new OnSchedule(recurrence, window, when);
        }

        @Override
        public boolean isPlanned() {
            return true;
        }
    }
}
