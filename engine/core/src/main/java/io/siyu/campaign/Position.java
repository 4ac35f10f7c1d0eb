package io.siyu.campaign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on earth.
 *
 * @param latitude degrees north, from -90 to 90
 * @param longitude degrees east, from -180 to 180
 */
public record Position(double latitude, double longitude) {

    private static final Pattern WRITTEN =
            Pattern.compile("(-?[0-9]{1,2}(?:[.][0-9]{1,10})?) *, *(-?[0-9]{1,3}(?:[.][0-9]{1,10})?)");
    private static final double HIGHEST = 90;
    private static final double FARTHEST = 180;

    public Position {
        if (!(Math.abs(latitude) <= HIGHEST)) {
            throw new IllegalArgumentException("The latitude must be from -90 to 90.\nMaybe the two are exchanged.");
        }
        if (!(Math.abs(longitude) <= FARTHEST)) {
            throw new IllegalArgumentException(
                    "The longitude must be from -180 to 180.\nMaybe it is in another unit than degrees.");
        }
    }

    /** Reads {@code 31.2304,121.4737}: latitude and longitude in degrees. */
    public static Position parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "This is not a latitude and a longitude in degrees.\nMaybe write it like \"31.2304,121.4737\".");
        }
        return new Position(Double.parseDouble(written.group(1)), Double.parseDouble(written.group(2)));
    }
}
