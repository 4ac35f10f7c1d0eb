package io.siyu.samples.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A small house with campaigns, as plain values.
 *
 * @param quiet when marketing waits; null for never
 * @param control members who get no marketing at all, in 1/1000
 */
record Plan(ZoneId zone, @Nullable Quiet quiet, int control, List<Limit> caps, List<Course> courses) {

    /** Local hours and how long what waited is spread over. */
    record Quiet(LocalTime from, LocalTime to, Duration spread) {}

    /**
     * At most so many messages in so long.
     *
     * @param marketing whether only marketing counts
     */
    record Limit(int max, Duration per, boolean marketing) {}

    /**
     * One campaign.
     *
     * @param exits events that end it
     * @param goal an event that ends it for who reached it; empty for none
     */
    record Course(
            String id,
            boolean marketing,
            int priority,
            Entry entry,
            SortedMap<String, Integer> variants,
            int holdout,
            List<Limit> caps,
            List<String> exits,
            String goal,
            List<Way> steps) {}

    /**
     * How members come in.
     *
     * @param event that happens
     * @param without that does not happen within; empty when the event alone is enough
     * @param when what must hold
     * @param again how long after an entry the next one may be; null for always, zero for never
     * @param restart whether a new occurrence replaces a live one
     */
    record Entry(
            String event,
            String without,
            Duration within,
            List<Test> when,
            @Nullable Duration again,
            boolean restart) {}

    /** A condition on a number of the member or the event. */
    record Test(String field, String operator, long number) {

        boolean holds(long value) {
            return switch (operator) {
                case ">=" -> value >= number;
                case "<" -> value < number;
                default -> value == number;
            };
        }
    }

    /** One step. */
    sealed interface Way {}

    /** Something done: {@code send}, {@code webhook}, {@code tag}, {@code task} or {@code coupon}. */
    record Act(String verb, String id, List<Test> when, Set<String> only) implements Way {}

    /** A pause. */
    record Pause(Duration length) implements Way {}

    /** A pause until the clock shows a time. */
    record Until(LocalTime time) implements Way {}

    /**
     * A wait for something to happen.
     *
     * @param coupon the step before, whose very coupon it has to happen to; empty for anything
     */
    record Await(String event, List<Test> when, Duration within, String coupon, List<Way> then, List<Way> otherwise)
            implements Way {}

    /** The first arm whose conditions hold; one without conditions always does. */
    record Fork(List<Arm> arms) implements Way {}

    /** One way out of a fork. */
    record Arm(List<Test> when, List<Way> steps) {}

    /** Members by chance: percents in the order written. */
    record Split(String id, List<Part> parts) implements Way {}

    /** One part of a split. */
    record Part(int percent, List<Way> steps) {}

    /** The end of the journey. */
    record End(String id) implements Way {}

    /**
     * Something that happens to a member.
     *
     * @param values of the event's fields: whole numbers and texts; {@code coupon} is campaign, step and occurrence
     */
    record Happening(Instant at, String id, String type, Map<String, Object> values) {}

    /**
     * What is decided.
     *
     * @param until the end of a hold; empty otherwise
     */
    record Line(Instant at, String campaign, String step, String action, String verdict, String reason, String until) {}
}
