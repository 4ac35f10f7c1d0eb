package io.siyu.web.live;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message told from the event that caused it to the phone it reached.
 *
 * @param owner the subject it was sent to, as written in decisions
 * @param event id of the event that decisions name as their cause
 * @param stages in the order they happened
 */
public record Timeline(String message, String owner, String event, String text, List<Stage> stages) {

    public Timeline {
        stages = List.copyOf(stages);
    }

    /** What a stage tells. */
    public enum Kind {
        EVENT,
        RULE,
        GUARDS,
        MESSAGE,
        RECEIPT
    }

    /**
     * One step of the way.
     *
     * @param at absent when the stage has no time of its own
     * @param title the event type, the rule's name, the verdict, the channel
     */
    public record Stage(Kind kind, @Nullable ZonedDateTime at, String title, List<Line> lines) {

        public Stage {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A named value, such as the edition or the Quartz trigger.
     *
     * @param name last part of the message key {@code timeline.…}
     */
    public record Line(String name, String value) {}
}
