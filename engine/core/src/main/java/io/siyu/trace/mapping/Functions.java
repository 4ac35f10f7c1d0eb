package io.siyu.trace.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions an expression may call; {@code docs/mapping.md} shows each. */
public final class Functions {

    Functions() {}

    /** A number written with a decimal mark, such as {@code number(price, ',')}. */
    public BigDecimal number(Object value, String decimal) {
        return number(value, decimal, "");
    }

    /** A number written with a decimal mark and a mark between thousands. */
    public BigDecimal number(Object value, String decimal, String grouping) {
        try {
            return Numbers.marked(value.toString(), decimal, grouping);
        } catch (BadRow notNumber) {
            throw new ArithmeticException(notNumber.reason());
        }
    }

    /** A number written with a point. */
    public BigDecimal number(Object value) {
        return number(value, ".");
    }

    /** A number rounded half-even to some decimals. */
    public BigDecimal round(Object value, Object digits) {
        return number(value).setScale(number(digits).intValueExact(), RoundingMode.HALF_EVEN);
    }

    public String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public String trim(String text) {
        return text.strip();
    }

    /** A text with every occurrence of a part replaced. */
    public String replace(String text, String part, String by) {
        return text.replace(part, by);
    }

    /** The n-th part, from 1, of a text cut at a separator; absent when there are fewer. */
    public @Nullable String part(String text, String separator, Object number) {
        String[] parts = text.split(java.util.regex.Pattern.quote(separator), -1);
        int n = number(number).intValueExact();
        return n >= 1 && n <= parts.length ? parts[n - 1] : null;
    }

    /** Whether a text contains another. */
    public boolean contains(String text, String part) {
        return text.contains(part);
    }
}
