package io.siyu.campaign;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a campaign, in file order. */
public sealed interface Step {

    /** A pause before the next step, counted from the step before it. */
    record Wait(Duration duration) implements Step {}

    /**
     * Something done to a member or community.
     *
     * @param id unique within the campaign; part of every message id, so renaming it makes it another step
     * @param moment day and window; present exactly in cadences
     * @param when conditions checked when the step is due
     */
    record Act(String id, Action action, @Nullable Moment moment, Audience audience, List<Condition> when)
            implements Step {
        public Act {
            when = List.copyOf(when);
        }
    }

    /** What an {@link Act} does. */
    sealed interface Action {

        /**
         * Sends the campaign's template of this step over a channel.
         *
         * @param channel channel id, such as {@code phone}
         * @param text the Liquid source by language
         */
        record Send(String channel, Text text) implements Action {}

        /**
         * Issues a coupon to the member and, when a text is given, tells them over the channel.
         *
         * @param kind coupon kind, as rules see it in {@code coupon.kind}
         * @param value what it is worth in the house currency's minor units; 0 if the kind says it
         * @param expires how long after issue it lapses
         */
        record IssueCoupon(
                String kind,
                long value,
                Duration expires,
                String channel,
                @Nullable Text text) implements Action {}
    }
}
