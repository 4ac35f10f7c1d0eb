package io.siyu.member;

import java.time.Instant;
import java.util.Map;

/** Something due at a later time for one subject; lies in that subject's state. Ordered by due time, then id. */
public sealed interface Timer extends Comparable<Timer> {

    /** When it is due; it fires with the first entry or tick at or after this. */
    Instant due();

    /** Unique within the subject; planting the same id again moves the timer. */
    String id();

    @Override
    default int compareTo(Timer other) {
        int byDue = due().compareTo(other.due());
        return byDue != 0 ? byDue : id().compareTo(other.id());
    }

    /** A date trigger: {@code campaign} enters the subject for {@code fact} (such as a coupon id). */
    record OnDate(Instant due, String campaign, String fact) implements Timer {
        /** The id such a timer has. */
        public static String id(String campaign, String fact) {
            return "date:" + campaign + ":" + fact;
        }

        @Override
        public String id() {
            return id(campaign, fact);
        }
    }

    /**
     * The end of a time in which something had to happen and did not.
     *
     * @param key order or coupon both are about; empty for the subject as a whole
     * @param event id of the event that began the time, {@code began} when it happened, and {@code about} what texts
     *     may print of it
     */
    record OnAbsence(Instant due, String campaign, String key, String event, Instant began, Map<String, String> about)
            implements Timer {
        public OnAbsence {
            about = SortedByText.of(about);
        }

        /** The id such a timer has. */
        public static String id(String campaign, String key) {
            return "absence:" + campaign + ":" + key;
        }

        @Override
        public String id() {
            return id(campaign, key);
        }
    }

    /** The end of a wait: the enrolment goes on with the step named, or with what follows when nothing came. */
    record NextStep(Instant due, String campaign, String occurrence, String step) implements Timer {
        /** The id such a timer has. */
        public static String id(String campaign, String occurrence) {
            return "step:" + campaign + ":" + occurrence;
        }

        @Override
        public String id() {
            return id(campaign, occurrence);
        }
    }

    /**
     * The end of a hold: the guards look again.
     *
     * @param reason code of the guard that held it; empty if it was planted before such a timer knew
     */
    record HoldEnds(Instant due, Intent intent, String reason) implements Timer {

        /** One that does not tell why. */
        public HoldEnds(Instant due, Intent intent) {
            this(due, intent, "");
        }

        /** The id such a timer has. */
        public static String id(String proposal) {
            return "hold:" + proposal;
        }

        @Override
        public String id() {
            return id(intent.proposal());
        }
    }
}
