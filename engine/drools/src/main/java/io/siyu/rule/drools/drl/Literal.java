package io.siyu.rule.drools.drl;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value written in a rule.
 *
 * @param value a String, {@link BigDecimal} (scale 0 for whole numbers) or Boolean; null for {@code null}
 */
public record Literal(@Nullable Object value, Token place) {

    private static final Object UNREAD = new Object();

    /** What stands in the place of a value and is none, which is told. */
    static Literal unread(Token place) {
        return new Literal(UNREAD, place);
    }

    /** Whether a value stands there. */
    public boolean isRead() {
        return value != UNREAD;
    }

    /** The number, if it is one. */
    public @Nullable BigDecimal number() {
        return value instanceof BigDecimal number ? number : null;
    }

    /** The text, if it is one. */
    public @Nullable String text() {
        return value instanceof String text ? text : null;
    }

    /** Whether it is the word {@code null}. */
    public boolean isNull() {
        return value == null;
    }

    /** How a message calls what it is. */
    public String kind() {
        if (value instanceof BigDecimal number) {
            return number.scale() > 0 ? "a decimal number" : "a whole number";
        }
        return value instanceof String ? "a text" : value == null ? "null" : "true or false";
    }
}
