package io.siyu.trace.mapping;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimal numbers as files write them, bounded so that no text can make arithmetic endless. */
final class Numbers {

    private static final int MAX_DIGITS = 40;
    private static final Pattern SIGNED = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");

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

    /** A decimal written with other marks, such as {@code 1.234,50}; thousands must be where they belong. */
    static BigDecimal marked(String text, String decimal, String grouping) throws BadRow {
        if (decimal.equals(".") && grouping.isEmpty()) {
            return exact(text);
        }
        String written = text.strip();
        int mark = written.lastIndexOf(decimal);
        String whole = mark < 0 ? written : written.substring(0, mark);
        String fraction = mark < 0 ? "" : written.substring(mark + decimal.length());
        if (!grouping.isEmpty() && whole.contains(grouping)) {
            whole = ungrouped(text, whole, decimal, grouping);
        }
        if (!SIGNED.matcher(whole).matches() || !DIGITS.matcher(fraction).matches()) {
            throw misread(text, decimal, grouping);
        }
        return exact(fraction.isEmpty() ? whole : whole + "." + fraction);
    }

    private static String ungrouped(String text, String whole, String decimal, String grouping) throws BadRow {
        String[] groups = whole.split(Pattern.quote(grouping), -1);
        for (int i = 1; i < groups.length; i++) {
            if (groups[i].length() != 3) {
                throw misread(text, decimal, grouping);
            }
        }
        return String.join("", groups);
    }

    private static BadRow misread(String text, String decimal, String grouping) {
        String thousands = grouping.isEmpty() ? "" : " and thousands cut by \"" + grouping + "\"";
        return new BadRow("\"" + text + "\" is not a number with the decimal mark \"" + decimal + "\"" + thousands
                + ".\nMaybe the row was written by another program.");
    }
}
