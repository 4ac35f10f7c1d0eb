package io.siyu.campaign;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One step of a campaign, in file order; some hold further steps. */
public sealed interface Step {

    /** A pause before the next step, counted from the step before it. */
    record Wait(Duration duration) implements Step {}

    /** A pause up to the next time that clocks show this, where the member lives if that is known. */
    record Until(LocalTime time) implements Step {}

    /**
     * A pause up to an event of the member, or until the time is up.
     *
     * @param event the dotted event type
     * @param when conditions the event must meet
     * @param coupon id of the step whose coupon the event must be about; empty for any event
     * @param then steps when it came
     * @param otherwise steps when it did not
     */
    record Await(
            String event, List<Condition> when, Duration within, String coupon, List<Step> then, List<Step> otherwise)
            implements Step {
        public Await {
            when = List.copyOf(when);
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Takes the first path whose conditions hold, or none. */
    record Branch(List<Path> paths) implements Step {
        public Branch {
            paths = List.copyOf(paths);
        }
    }

    /** A path of a branch; one without conditions is for everybody else. */
    record Path(List<Condition> when, List<Step> steps) {
        public Path {
            when = List.copyOf(when);
            steps = List.copyOf(steps);
        }
    }

    /**
     * Takes a path by chance, the same for a member every time.
     *
     * @param id what the chance hangs on, with campaign and member
     */
    record Split(String id, List<Part> parts) implements Step {
        public Split {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a split, for so many members in 1/1000. */
    record Part(int permille, List<Step> steps) {
        public Part {
            steps = List.copyOf(steps);
        }
    }

    /** Ends the enrolment. */
    record End(String id) implements Step {}

    /**
     * Something done to a member or community.
     *
     * @param id unique within the campaign; part of every message id, so renaming it makes it another step
     * @param moment day and window; present exactly in cadences
     * @param when conditions checked when the step is due
     * @param only variants it is for; empty means all
     */
    record Act(
            String id,
            Action action,
            @Nullable Moment moment,
            Audience audience,
            List<Condition> when,
            Set<String> only)
            implements Step {
        public Act {
            when = List.copyOf(when);
            only = Collections.unmodifiableSet(new TreeSet<>(only));
        }

        /** A step for every variant. */
        public Act(String id, Action action, @Nullable Moment moment, Audience audience, List<Condition> when) {
            this(id, action, moment, audience, when, Set.of());
        }
    }

    /** What an {@link Act} does. */
    sealed interface Action {

        /**
         * Sends the campaign's template of this step over a channel.
         *
         * @param channel channel id, such as {@code phone}
         * @param text the Liquid source by language
         * @param variants texts of variants that read another one
         * @param content what it says beside that text
         */
        record Send(String channel, Text text, Map<String, Text> variants, Content content) implements Action {
            public Send {
                variants = Collections.unmodifiableMap(new TreeMap<>(variants));
            }

            /** The same text for everybody. */
            public Send(String channel, Text text) {
                this(channel, text, Map.of(), Content.NONE);
            }
        }

        /**
         * Issues a coupon to the member and, when a text is given, tells them over the channel.
         *
         * @param kind coupon kind, as rules see it in {@code coupon.kind}
         * @param value what it is worth in the house currency's minor units; 0 if the kind says it
         * @param expires how long after issue it lapses
         * @param content what the message says beside that text
         */
        record IssueCoupon(
                String kind,
                long value,
                Duration expires,
                String channel,
                @Nullable Text text,
                Content content) implements Action {

            /** Issues a coupon and tells of it in one text at most. */
            public IssueCoupon(String kind, long value, Duration expires, String channel, @Nullable Text text) {
                this(kind, value, expires, channel, text, Content.NONE);
            }
        }

        /** Gives the member's staff a task. */
        record Task(Text text) implements Action {}

        /** Puts a tag on the member. */
        record Tag(String tag) implements Action {}

        /**
         * Sends another program a JSON object.
         *
         * @param channel channel id
         * @param data the Liquid source of each value, by name
         */
        record Webhook(String channel, Map<String, String> data) implements Action {
            public Webhook {
                data = Collections.unmodifiableMap(new TreeMap<>(data));
            }
        }
    }
}
