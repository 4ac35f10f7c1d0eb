package io.siyu.campaign;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A cell of the earth of about 5 km by 5 km, as all that rules know of where a member is. Pure: every machine finds the same
 * distances.
 *
 * @param code five characters of base 32
 */
public record Geohash(String code) {

    private static final String DIGITS = "0123456789bcdefghjkmnpqrstuvwxyz";
    private static final Pattern CODE = Pattern.compile("[" + DIGITS + "]{5}");
    private static final int LENGTH = 5;
    private static final int BITS = 5;
    private static final double RADIUS = 6_371_008.8; // metres, the mean of the earth
    private static final double HIGHEST = 90;
    private static final double FARTHEST = 180;
    private static final double AROUND = 360;

    public Geohash {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("This is not a geohash of five characters.\nMaybe \"wtw3s\".");
        }
    }

    /** The cell a place lies in. */
    public static Geohash of(Position place) {
        Side latitude = new Side(-HIGHEST, HIGHEST);
        Side longitude = new Side(-FARTHEST, FARTHEST);
        StringBuilder code = new StringBuilder(LENGTH);
        int digit = 0;
        for (int bit = 0; bit < LENGTH * BITS; bit++) {
            boolean east = bit % 2 == 0;
            Side side = east ? longitude : latitude;
            boolean upper = side.isUpper(east ? place.longitude() : place.latitude());
            digit = digit * 2 + (upper ? 1 : 0);
            longitude = east ? side.half(upper) : longitude;
            latitude = east ? latitude : side.half(upper);
            if (bit % BITS == BITS - 1) {
                code.append(DIGITS.charAt(digit));
                digit = 0;
            }
        }
        return new Geohash(code.toString());
    }

    /** The middle of the cell. */
    public Position centre() {
        Cell cell = cell();
        return new Position(cell.latitude().middle(), cell.longitude().middle());
    }

    /** The centre as {@link Position#parse} reads it; its cell is this one. */
    public String written() {
        return String.format(Locale.ROOT, "%.4f,%.4f", centre().latitude(), centre().longitude());
    }

    /**
     * How far a place is from the nearest point of the cell, along the earth's surface in metres; nothing when it lies inside.
     * The earth is taken as a sphere, which is wrong by half a percent at most.
     */
    public double metresFrom(Position place) {
        Cell cell = cell();
        double aside = StrictMath.toRadians(cell.longitude().degreesFrom(place.longitude()));
        double latitude = StrictMath.toRadians(place.latitude());
        // why: on the meridian of the cell's near side, the point nearest to the place lies at the foot of the
        // perpendicular
        double foot = StrictMath.atan2(StrictMath.sin(latitude), StrictMath.cos(latitude) * StrictMath.cos(aside));
        double south = StrictMath.toRadians(cell.latitude().from());
        double north = StrictMath.toRadians(cell.latitude().to());
        double nearest = foot >= south && foot <= north
                ? angle(latitude, foot, aside)
                : Math.min(angle(latitude, south, aside), angle(latitude, north, aside));
        return RADIUS * nearest;
    }

    /** Between two places whose longitudes differ by {@code aside}; by the haversine, which is exact for small distances too. */
    private static double angle(double from, double to, double aside) {
        double up = StrictMath.sin((to - from) / 2);
        double across = StrictMath.sin(aside / 2);
        double square = up * up + StrictMath.cos(from) * StrictMath.cos(to) * across * across;
        return 2 * StrictMath.asin(Math.min(1, StrictMath.sqrt(square)));
    }

    private Cell cell() {
        Side latitude = new Side(-HIGHEST, HIGHEST);
        Side longitude = new Side(-FARTHEST, FARTHEST);
        for (int bit = 0; bit < LENGTH * BITS; bit++) {
            int digit = DIGITS.indexOf(code.charAt(bit / BITS));
            boolean upper = (digit >> (BITS - 1 - bit % BITS) & 1) == 1;
            boolean east = bit % 2 == 0;
            longitude = east ? longitude.half(upper) : longitude;
            latitude = east ? latitude : latitude.half(upper);
        }
        return new Cell(latitude, longitude);
    }

    /** Where the cell lies. */
    private record Cell(Side latitude, Side longitude) {}

    /** One side of it, in degrees. */
    private record Side(double from, double to) {
        double middle() {
            return (from + to) / 2;
        }

        boolean isUpper(double degrees) {
            return degrees >= middle();
        }

        Side half(boolean upper) {
            return upper ? new Side(middle(), to) : new Side(from, middle());
        }

        /** Degrees to the nearer end, around the earth when that is shorter; nothing in between. */
        double degreesFrom(double degrees) {
            return degrees >= from && degrees <= to ? 0 : Math.min(apart(degrees, from), apart(degrees, to));
        }

        private static double apart(double one, double other) {
            double apart = Math.abs(one - other);
            return Math.min(apart, AROUND - apart);
        }
    }
}
