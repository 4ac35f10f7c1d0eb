package io.siyu.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter a campaign again, and when.
 *
 * @param per what a member can be inside for once at a time; null means the order or coupon the trigger tells of, else the
 *     member
 * @param again how long after an entry the next may be; {@link #NEVER} means not at all
 * @param restarts whether a new occurrence ends the enrolment that is live and begins anew; else it is refused
 */
public record Entry(@Nullable Per per, Duration again, boolean restarts) {

    /** Once is enough. */
    public static final Duration NEVER = ChronoUnit.FOREVER.getDuration();

    /** As often as it is proposed. */
    public static final Entry FREE = new Entry(null, Duration.ZERO, false);

    /** Whether earlier entries matter, so that they have to be remembered. */
    public boolean remembers() {
        return !again.isZero();
    }

    /** Whether whoever entered at {@code last} may not enter at {@code now}. */
    public boolean isTooSoon(Instant last, Instant now) {
        return again.equals(NEVER) || last.plus(again).isAfter(now);
    }

    /** What an enrolment is about. */
    public enum Per {
        /** The order the trigger tells of. */
        ORDER("orderId"),
        /** The coupon the trigger tells of. */
        COUPON("couponId"),
        /** The member. */
        MEMBER("");

        private final String field;

        Per(String field) {
            this.field = field;
        }

        /** The field of events that names it; empty for the member. */
        public String field() {
            return field;
        }

        /** The word used in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
