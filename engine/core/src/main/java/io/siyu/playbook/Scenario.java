package io.siyu.playbook;

import io.siyu.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small story with its end: what happens when, and what is decided when. Nothing else may be decided.
 *
 * @param file and {@code line} where it is written
 * @param events in order of time, members and communities known a second before the start
 * @param expected in order of time
 */
public record Scenario(String name, String file, int line, List<Event> events, List<Expected> expected) {
    public Scenario {
        events = List.copyOf(events);
        expected = List.copyOf(expected);
    }

    /** The last moment it tells of; its start when it tells of nothing. */
    public Instant lastMoment() {
        return Stream.concat(events.stream().map(Event::time), expected.stream().map(Expected::at))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /**
     * One decision that must be made.
     *
     * @param decision {@code send}, {@code hold}, {@code drop}, or the action of another proposal that goes through
     * @param what campaign and step as {@code campaign/step}, else the template, tag or coupon kind
     * @param of the subject as decisions write it
     * @param reason the guard's reason; absent when any will do
     * @param until how long after the scenario's start a hold ends; absent when it does not matter
     * @param text words the message must contain; absent when they do not matter
     */
    public record Expected(
            Instant at,
            String decision,
            String what,
            String of,
            @Nullable String reason,
            @Nullable Instant until,
            @Nullable String text,
            int line) {

        /** The decision as one line for people, in the retailer's time. */
        public String told(ZoneId zone) {
            return local(at, zone) + " " + decision + " " + what + " " + of
                    + (reason == null ? "" : " (" + reason + ")")
                    + (until == null ? "" : " until " + local(until, zone))
                    + (text == null ? "" : ", with the words \"" + text + "\"");
        }

        /** A moment as a scenario writes it. */
        public static String local(Instant moment, ZoneId zone) {
            return LocalDateTime.ofInstant(moment, zone).toString().replace('T', ' ');
        }
    }

    /** Longest a scenario may go on. */
    static final Duration LONGEST = Duration.ofDays(366);
}
