package io.siyu.report.rhythm;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a rule fares.
 *
 * @param since the first day of its silence, or on which its events stayed away; absent for the others
 * @param rhythm how it used to fire, where that is known
 * @param silent days of the silence on which there were events of its type
 * @param asked how many there were
 * @param suspect what happened when its silence began, if that is known
 */
public record Standing(
        Kind kind,
        @Nullable LocalDate since,
        Rhythm rhythm,
        int silent,
        long asked,
        @Nullable Suspect suspect) {

    /**
     * What most likely silenced a rule.
     *
     * @param day when it happened
     * @param field the field that stopped coming; absent if the rule was written otherwise
     */
    public record Suspect(LocalDate day, @Nullable String field) {

        /** In words for an operator. */
        String reason() {
            return field == null
                    ? "it was changed on " + day
                    : "its field \"" + field + "\" hardly comes any more since " + day;
        }
    }

    /** What can be said of a rule. */
    public enum Kind {
        /** It is not known for long enough. */
        LEARNING,
        /** It fires as it used to. */
        FINE,
        /** Its events stay away. */
        QUIET,
        /** It used to fire and has stopped. */
        SILENT,
        /** It threw when it was asked. */
        THROWING,
        /** A limit stopped it. */
        LIMITED
    }

    /**
     * How a rule used to fire.
     *
     * @param active on how many of the {@code of} days before its silence
     * @param period days from one firing to the next, 0 if it is not known
     * @param season the first day on which it fired at this time a year ago, for a rule that is silent in its season
     */
    public record Rhythm(
            int active, int of, int period, @Nullable LocalDate season) {
        static final Rhythm UNKNOWN = new Rhythm(0, 0, 0, null);

        /** Whether it is best told by its days; else by its period. */
        public boolean often() {
            return active >= RuleHealth.OFTEN || period == 0;
        }
    }

    static Standing of(Kind kind) {
        return new Standing(kind, null, Rhythm.UNKNOWN, 0, 0, null);
    }

    /** Whether somebody has to look at the rule. */
    public boolean alarms() {
        return kind == Kind.SILENT || kind == Kind.THROWING || kind == Kind.LIMITED;
    }

    /** This one, of a rule that has a fault besides. */
    public Standing with(Kind fault) {
        return new Standing(fault, since, rhythm, silent, asked, suspect);
    }

    /** Why it is so, in words for an operator; empty where there is nothing to say. */
    public String reason(String event) {
        if (kind == Kind.QUIET) {
            return "hardly any " + event + " has come in since " + since;
        }
        if (since == null || rhythm.of() == 0) {
            return "";
        }
        String why = suspect == null ? "" : "; " + suspect.reason();
        return used() + ", silent for " + silent + " while " + asked + " " + event + " came in" + why;
    }

    private String used() {
        if (rhythm.season() != null) {
            return "fired from " + rhythm.season() + " on a year ago";
        }
        return rhythm.often()
                ? "fired on " + rhythm.active() + " of the last " + rhythm.of() + " days"
                : "fired about every " + rhythm.period() + " days";
    }
}
