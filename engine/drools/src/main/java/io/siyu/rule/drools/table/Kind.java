package io.siyu.rule.drools.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table is for, by the words of Drools. */
enum Kind {
    CONDITION("C"),
    ACTION("A"),
    NAME("N"),
    PRIORITY("P"),
    DESCRIPTION("I"),
    METADATA("@", "use PRIORITY or DESCRIPTION."),
    DURATION("D", Kind.TIME),
    TIMER("T", Kind.TIME),
    CALENDARS("E", Kind.TIME),
    DATE_EFFECTIVE("V", Kind.TIME),
    DATE_EXPIRES("Z", Kind.TIME),
    NO_LOOP("U", Kind.ONCE),
    LOCK_ON_ACTIVE("L", Kind.ONCE),
    AUTO_FOCUS("F", Kind.ONCE),
    ACTIVATION_GROUP("X", Kind.ONCE),
    AGENDA_GROUP("G", Kind.ONCE),
    RULEFLOW_GROUP("R", Kind.ONCE);

    private static final String TIME =
            "use a campaign with a start, a wait or a schedule; rules have no time of their own.";
    private static final String ONCE =
            "leave the column out; a rule is evaluated once for an event, and guards decide.";

    private final String letter;
    private final String instead;

    Kind(String letter) {
        this(letter, "");
    }

    Kind(String letter, String instead) {
        this.letter = letter;
        this.instead = instead;
    }

    /** What a column header means; a whole word or its letter. */
    static Optional<Kind> of(String header) {
        String wanted = header.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.letter.equals(wanted) || kind.word().equals(wanted))
                .findFirst();
    }

    String word() {
        return name().replace('_', '-');
    }

    /** Whether it has a meaning here. */
    boolean isRead() {
        return instead.isEmpty();
    }

    /** What to do in place of it. */
    String instead() {
        return instead;
    }

    /** Whether its cells fill a template. */
    boolean hasTemplate() {
        return this == CONDITION || this == ACTION;
    }
}
