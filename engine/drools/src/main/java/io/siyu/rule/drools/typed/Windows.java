package io.siyu.rule.drools.typed;

import io.siyu.event.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A count or sum over a window that ends now: a longer window has as much or more.
 *
 * @param helper with its other arguments
 */
record Windows(String helper, Duration length) {

    private static final Pattern WINDOW =
            Pattern.compile("(?<helper>member\\.(?:ordersIn|spentIn))\\((?<length>P[0-9A-Z.]+)\\)");

    /** The window of a term; empty if it has none, or no number. */
    static Optional<Windows> of(Term term) {
        Matcher window = WINDOW.matcher(term.id());
        boolean number = term.type() == FieldType.INTEGER || term.type() == FieldType.MONEY;
        return number && window.matches()
                ? Optional.of(new Windows(window.group("helper"), Duration.parse(window.group("length"))))
                : Optional.empty();
    }

    /** The other of two terms that cannot be what they must, the shorter window having more than the longer; null if none. */
    @Nullable
    String against(Possible possible, Map<String, Windowed> others) {
        if (possible.absent()) {
            return null;
        }
        for (Map.Entry<String, Windowed> other : others.entrySet()) {
            Windows window = other.getValue().window();
            Possible there = other.getValue().possible();
            boolean same = window.helper().equals(helper) && !there.absent();
            int order = window.length().compareTo(length);
            if (same
                    && ((order > 0 && above(possible.least(), there.most()))
                            || (order < 0 && above(there.least(), possible.most())))) {
                return other.getKey();
            }
        }
        return null;
    }

    private static boolean above(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        return least != null && most != null && least.compareTo(most) > 0;
    }

    /** What a term over a window can still be. */
    record Windowed(Windows window, Possible possible) {}
}
