package io.siyu.campaign;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The hour of the day at which a member is written to, where the member lives.
 *
 * @param at the same for everybody; null for each member's own best hour, learnt from what the member does
 */
public record Hour(@Nullable LocalTime at) {
    /** The word for each member's own. */
    public static final String BEST = "best";

    /** As it is written. */
    @Override
    public String toString() {
        return at == null ? BEST : at.toString();
    }
}
