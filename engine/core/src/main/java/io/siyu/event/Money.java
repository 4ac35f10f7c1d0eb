package io.siyu.event;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The exact step between amounts as people write them, in units, and as the house keeps them, in minor units. */
public final class Money {

    /** Largest amount in minor units, either sign; sums of many still fit a {@code long}. */
    public static final long MAX = 1_000_000_000_000_000L;

    private static final int MAX_CHARS = 40;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Money() {}

    /**
     * The minor units of an amount such as {@code 12.5}, {@code -3} or {@code 1.2e3}.
     *
     * @param digits decimals of the currency
     * @throws IllegalArgumentException with a message for people when it is not an amount, finer than the currency, or
     *     beyond {@link #MAX}
     */
    public static long parse(String text, int digits) {
        long minor = 0;
        int fraction = -1;
        boolean negative = text.startsWith("-");
        for (int i = negative ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && fraction < 0 && i > (negative ? 1 : 0)) {
                fraction = 0;
            } else if (c >= '0' && c <= '9' && fraction < digits && minor < MAX) {
                minor = minor * 10 + (c - '0');
                fraction += fraction >= 0 ? 1 : 0;
            } else {
                return unusual(text, digits);
            }
        }
        if (text.length() == (negative ? 1 : 0) || fraction == 0) {
            throw notAnAmount(text);
        }
        for (int i = Math.max(fraction, 0); i < digits && minor <= MAX; i++) {
            minor *= 10;
        }
        return bounded(negative ? -minor : minor, text);
    }

    /** An amount of minor units in units with all decimals of the currency: {@code 1250} → {@code 12.50}. */
    public static String format(long minor, int digits) {
        if (digits == 0) {
            return Long.toString(minor);
        }
        String all = Long.toString(Math.abs(minor));
        String padded = all.length() > digits ? all : "0".repeat(digits + 1 - all.length()) + all;
        int point = padded.length() - digits;
        return (minor < 0 ? "-" : "") + padded.substring(0, point) + "." + padded.substring(point);
    }

    private static long unusual(String text, int digits) {
        BigDecimal amount = decimal(text);
        if (amount.precision() - amount.scale() > 18) {
            throw tooLarge(text);
        }
        BigDecimal minor = amount.movePointRight(digits).stripTrailingZeros();
        if (minor.scale() > 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The amount (%s) has more than the %d decimals of the currency.\nMaybe round it where it comes from.",
                    text,
                    digits));
        }
        return bounded(minor.longValueExact(), text);
    }

    /**
     * The exact value of a short decimal number; its exponent has at most two digits, so that no text makes a huge
     * number.
     *
     * @throws IllegalArgumentException with a message for people
     */
    static BigDecimal decimal(String text) {
        if (text.length() > MAX_CHARS) {
            throw new IllegalArgumentException(
                    "A number of " + text.length() + " characters is too long.\nMaybe it is not a number.");
        }
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw notAnAmount(text);
        }
        String exponent = matcher.group(1);
        if (exponent != null && exponent.length() > 4) {
            throw new IllegalArgumentException(
                    "The exponent of (" + text + ") is too large.\nMaybe write it without an exponent.");
        }
        BigDecimal value = new BigDecimal(text);
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static long bounded(long minor, String text) {
        if (minor > MAX || minor < -MAX) {
            throw tooLarge(text);
        }
        return minor;
    }

    private static IllegalArgumentException tooLarge(String text) {
        return new IllegalArgumentException("The amount (" + text + ") is too large.\nMaybe it is in the wrong unit.");
    }

    private static IllegalArgumentException notAnAmount(String text) {
        return new IllegalArgumentException("(" + text + ") is not a number.\nMaybe write it like 12.50.");
    }
}
