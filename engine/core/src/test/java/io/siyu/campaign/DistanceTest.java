package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceTest {

    @ParameterizedTest
    @CsvSource({"5 km, 5000, 5 km", "500 m, 500, 500 m", "1.5km, 1500, 1.5 km", "2000 m, 2000, 2 km"})
    void reads_kilometres_and_metres(String written, long metres, String told) {
        assertThat(Distance.parse(written).metres()).isEqualTo(metres);
        assertThat(Distance.parse(written)).hasToString(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 miles", "km", "-5 km", "0 m", "0.5 m", "1001 km", "5 KM ", "1e3 m"})
    void advises_about_anything_else(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distance.parse(written))
                .withMessageContaining("\nMaybe \"");
    }

    @ParameterizedTest
    @CsvSource({"3 miles, 3 km", "7, 7 km", "far, 5 km"})
    void keeps_the_number_in_its_advice(String written, String advice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distance.parse(written))
                .withMessageEndingWith("\nMaybe \"" + advice + "\".");
    }
}
