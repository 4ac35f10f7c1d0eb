package io.siyu.web.why;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an event brought a subject what it did.
 *
 * @param entries the event's own, then those that decided for it later
 */
public record WhyAnswer(String subject, String event, List<EntryTold> entries) {
    public WhyAnswer {
        entries = List.copyOf(entries);
    }

    /**
     * One entry of the log.
     *
     * @param exact whether deciding again brings what was decided then; if not, the values may be others
     * @param asked rules, each time they were asked
     * @param judged proposals before the guards
     */
    public record EntryTold(
            int partition,
            long position,
            Instant at,
            String kind,
            String type,
            String edition,
            boolean exact,
            List<AskedTold> asked,
            List<JudgedTold> judged) {
        public EntryTold {
            asked = List.copyOf(asked);
            judged = List.copyOf(judged);
        }
    }

    /** The rules that listen to an event: those that fired, then the others from the nearest miss on. */
    public record AskedTold(String event, List<RuleTold> rules) {
        public AskedTold {
            rules = List.copyOf(rules);
        }
    }

    /**
     * One rule.
     *
     * @param file with {@code line} where it stands in the playbook
     * @param fault why it could not be evaluated; empty if it could
     * @param missed comparisons that kept it from firing
     */
    public record RuleTold(
            String rule,
            String file,
            int line,
            boolean fired,
            String fault,
            List<ConditionTold> missed,
            List<ConditionTold> conditions) {
        public RuleTold {
            missed = List.copyOf(missed);
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * One condition.
     *
     * @param path what it compared; null if it is joined of others
     * @param saw the value then, as people write it: money in units, moments in the retailer's zone; null if there was none
     */
    public record ConditionTold(
            String text,
            int line,
            int column,
            boolean held,
            @Nullable String path,
            @Nullable String saw,
            List<ConditionTold> parts) {
        public ConditionTold {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A proposal before the guards.
     *
     * @param campaign null if a rule proposed it
     * @param reason code of the guard that decided; empty for a send
     * @param until end of a hold
     * @param ref what was in the way, such as the cap that is full; empty if nothing
     */
    public record JudgedTold(
            String proposal,
            String rule,
            @Nullable String campaign,
            @Nullable String step,
            String action,
            String target,
            String verdict,
            String reason,
            @Nullable Instant until,
            String ref,
            List<GuardTold> guards) {
        public JudgedTold {
            guards = List.copyOf(guards);
        }
    }

    /**
     * One guard, in the order in which they speak.
     *
     * @param reason what it has against the proposal; empty if nothing
     */
    public record GuardTold(String guard, String reason, List<SawTold> saw) {
        public GuardTold {
            saw = List.copyOf(saw);
        }
    }

    /** A value a guard looked at. */
    public record SawTold(String name, String value) {}
}
