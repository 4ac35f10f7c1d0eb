package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeohashTest {

    private static final double DEGREE = 111_195.08; // metres of a degree on the sphere the distances are taken on

    /** Known cells: the example of the first description of geohashes, and places on four quarters of the earth. */
    @ParameterizedTest
    @CsvSource({
        "42.605, -5.603, ezs42",
        "57.64911, 10.40744, u4pru",
        "31.2304, 121.4737, wtw3s",
        "-33.8568, 151.2153, r3gx2",
        "-25.382708, -49.265506, 6gkzw",
        "90, 180, zzzzz",
        "-90, -180, 00000"
    })
    void names_the_cell_of_a_place(double latitude, double longitude, String code) {
        assertThat(Geohash.of(new Position(latitude, longitude)).code()).isEqualTo(code);
    }

    @Test
    void has_its_centre_inside() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Geohash cell = Geohash.of(place(random));

            assertThat(Geohash.of(cell.centre())).as("seed %d", seed).isEqualTo(cell);
            assertThat(Geohash.of(Position.parse(cell.written())))
                    .as("seed %d", seed)
                    .isEqualTo(cell);
        }
    }

    @Test
    void is_no_distance_from_what_lies_inside() {
        assertThat(new Geohash("wtw3s").metresFrom(new Position(31.2304, 121.4737)))
                .isZero();
    }

    /** The cell s0000 begins where the equator meets the first meridian and ends 0.0439453125 degrees further. */
    @ParameterizedTest
    @CsvSource({
        "-1, 0.02, 1",
        "1.0439453125, 0.02, 1",
        "0.02, -1, 1",
        "0, 1.0439453125, 1",
        "0.02, 181, 179",
        "0.02, -179.99, 179.9460546875"
    })
    void is_as_far_as_its_nearest_side(double latitude, double longitude, double degrees) {
        double longest = Math.abs(longitude) > 180 ? longitude - 360 : longitude;

        assertThat(new Geohash("s0000").metresFrom(new Position(latitude, longest)))
                .isCloseTo(degrees * DEGREE, within(degrees > 100 ? 3_000.0 : 1.0));
    }

    @Test
    void is_near_across_the_line_where_dates_change() {
        Geohash east = Geohash.of(new Position(0.01, 179.99));

        assertThat(east.metresFrom(new Position(0.01, -179.9))).isCloseTo(0.1 * DEGREE, within(1.0));
    }

    @Test
    void is_never_farther_than_any_place_inside() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Position store = place(random);
            Position member = place(random);
            double toCell = Geohash.of(member).metresFrom(store);
            double toMember = straight(store, member);

            assertThat(toCell)
                    .as("seed %d: %s from %s", seed, store, member)
                    .isLessThanOrEqualTo(toMember + 1)
                    .isGreaterThan(toMember - 7_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wtw3", "wtw3s6", "wtw3a", "WTW3S"})
    void is_five_characters_of_its_alphabet(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Geohash(code));
    }

    private static Position place(Random random) {
        return new Position(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
    }

    /** By the angle between two arrows from the middle of the earth: another way to the same distance. */
    private static double straight(Position one, Position other) {
        double[] a = arrow(one);
        double[] b = arrow(other);
        double[] cross = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        double sine = Math.sqrt(cross[0] * cross[0] + cross[1] * cross[1] + cross[2] * cross[2]);
        double cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return DEGREE * Math.toDegrees(Math.atan2(sine, cosine));
    }

    private static double[] arrow(Position place) {
        double latitude = Math.toRadians(place.latitude());
        double longitude = Math.toRadians(place.longitude());
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }
}
