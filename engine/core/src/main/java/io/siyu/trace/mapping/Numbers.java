package io.siyu.trace.mapping;

import java.math.BigDecimal;

/** Decimal numbers as files write them, bounded so that no text can make arithmetic endless. */
final class Numbers {

    private static final int MAX_DIGITS = 40;

    private Numbers() {}

    /** An exact decimal such as {@code -12.50} or {@code 4.44e-16}. */
    static BigDecimal exact(String text) throws BadRow {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS) {
                return number;
            }
        } catch (NumberFormatException notNumber) {
            throw new BadRow("\"" + text + "\" is not a number.\nMaybe the mapping needs \"decimal\" or \"missing\".");
        }
        throw new BadRow("\"" + text + "\" has more than " + MAX_DIGITS + " digits.\nMaybe the column is another one.");
    }

    /** A decimal written with other marks, such as {@code 1.234,50}. */
    static BigDecimal marked(String text, String decimal, String grouping) throws BadRow {
        String plain = grouping.isEmpty() ? text : text.replace(grouping, "");
        if (!decimal.equals(".")) {
            if (plain.contains(".")) {
                throw new BadRow("\"" + text + "\" is not a number with the decimal mark \"" + decimal
                        + "\".\nMaybe the mapping needs \"grouping\".");
            }
            plain = plain.replace(decimal, ".");
        }
        return exact(plain);
    }
}
