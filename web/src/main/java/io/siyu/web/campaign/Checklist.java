package io.siyu.web.campaign;

import io.siyu.web.page.Wording;
import java.util.List;
import java.util.Locale;

/** What to look at before a campaign is submitted or published, each with what was found. */
record Checklist(List<Item> items) {
    Checklist {
        items = List.copyOf(items);
    }

    /** How it looks. */
    enum Level {
        FINE,
        LOOK,
        STOP
    }

    /**
     * One thing to look at.
     *
     * @param what last part of the message keys {@code check.….fine}, {@code check.….look} or {@code check.….stop}
     * @param told what was found, as values of the message
     */
    record Item(String what, Level level, List<String> told) {
        /** What is told of caps, in the form files have them. */
        static final String CAPS = "caps";

        Item {
            told = List.copyOf(told);
        }

        /** The key of what people are told. */
        public String messageKey() {
            return "check." + what + "." + level.name().toLowerCase(Locale.ROOT);
        }

        /** The values as the message takes them. */
        public Object[] values(Wording wording) {
            return what.equals(CAPS) ? told.stream().map(wording::caps).toArray() : told.toArray();
        }
    }

    /** Whether nothing on it stops the campaign. */
    public boolean passes() {
        return items.stream().noneMatch(item -> item.level() == Level.STOP);
    }
}
