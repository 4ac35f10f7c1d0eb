package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"45s,PT45S", "30m,PT30M", "72h,PT72H", "3d,PT72H", "2w,PT336H", "0h,PT0S"})
    void reads_a_number_and_a_unit(String written, Duration duration) {
        assertThat(Durations.parse(written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"3 days,3d", "3D,3d", "90min,90m", "1.5h,3d", "-1h,3d", "'',3d", "h,3d"})
    void advises_on_what_it_cannot_read(String written, String advice) {
        assertThatThrownBy(() -> Durations.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("\nMaybe \"" + advice + "\".");
    }

    @Test
    void refuses_what_is_longer_than_ten_years() {
        assertThatThrownBy(() -> Durations.parse("999999999w")).hasMessageContaining("longer than 3660d");
    }

    @ParameterizedTest
    @CsvSource({"PT45S,45s", "PT90M,90m", "PT72H,3d", "PT5H,5h"})
    void writes_the_largest_exact_unit(Duration duration, String written) {
        assertThat(Durations.text(duration)).isEqualTo(written);
        assertThat(Durations.parse(written)).isEqualTo(duration);
    }
}
