package io.siyu.campaign;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length along the earth's surface, written {@code 5 km} or {@code 500 m}.
 *
 * @param metres more than none
 */
public record Distance(long metres) {

    /** The longest that makes sense. */
    public static final Distance LONGEST = new Distance(1_000_000);

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,7}(?:[.][0-9]{1,3})?) ?(km|m)");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,4}(?:[.][0-9]{1,3})?).*");
    private static final int KILO = 3;

    /** Reads it; an {@link IllegalArgumentException} advises. */
    public static Distance parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            Matcher number = NUMBER.matcher(text.strip().toLowerCase(Locale.ROOT));
            String advice = number.matches() ? number.group(1) + " km" : "5 km";
            throw new IllegalArgumentException(
                    "it must be a distance in kilometres or metres.\nMaybe \"" + advice + "\".");
        }
        int digits = written.group(2).equals("km") ? KILO : 0;
        BigDecimal metres =
                new BigDecimal(written.group(1)).movePointRight(digits).stripTrailingZeros();
        if (metres.scale() > 0 || metres.signum() == 0 || metres.longValue() > LONGEST.metres()) {
            throw new IllegalArgumentException(
                    "it must be whole metres, from 1 m to " + LONGEST + ".\nMaybe \"5 km\", or the unit is wrong.");
        }
        return new Distance(metres.longValueExact());
    }

    @Override
    public String toString() {
        BigDecimal kilometres = BigDecimal.valueOf(metres, KILO).stripTrailingZeros();
        return metres < 1_000 ? metres + " m" : kilometres.toPlainString() + " km";
    }
}
