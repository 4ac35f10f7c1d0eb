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
     * A moment before (or, negative, after) a date the member's state holds; the occurrence is the fact's id.
     *
     * @param of the date: {@code coupon.expiresAt}
     * @param before how long before the date; negative means after it
     */
    record OnDate(String of, Duration before, List<Condition> when) implements Trigger {
        public OnDate {
            when = List.copyOf(when);
        }
    }

    /**
     * A cadence: steps laid out over days from one start date, in the retailer's zone; the occurrence is the start date.
     *
     * @param start day 1
     * @param days length in days, from 1
     */
    record OnCadence(LocalDate start, int days, List<Condition> when) implements Trigger {
        public OnCadence {
            when = List.copyOf(when);
        }

        @Override
        public boolean isPlanned() {
            return true;
        }
    }

    /**
     * A schedule: rounds in the retailer's zone, each going through the steps; the occurrence is the local time at which
     * the round begins.
     *
     * @param window how late a step may still begin; one not begun by then is missed
     */
    record OnSchedule(Recurrence recurrence, Duration window, List<Condition> when) implements Trigger {
        public OnSchedule {
            when = List.copyOf(when);
        }

        @Override
        public boolean isPlanned() {
            return true;
        }
    }
}
