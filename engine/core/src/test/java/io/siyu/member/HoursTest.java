package io.siyu.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoursTest {
    @Test
    void counts_by_hour_and_is_read_as_written() {
        Hours hours = Hours.NONE.with(0).with(23).with(23);
        assertThat(hours.written()).isEqualTo("100000000000000000000002");
        assertThat(Hours.read(hours.written())).isEqualTo(hours);
        assertThat(Hours.NONE.written()).isEmpty();
        assertThat(Hours.read("")).isEqualTo(Hours.NONE);
    }

    @Test
    void what_was_is_halved_before_it_outgrows_its_sign() {
        Hours hours = Hours.NONE.with(9).with(9).with(9);
        for (int i = 0; i < 35; i++) {
            hours = hours.with(20);
        }
        assertThat(hours.counts().get(20)).isEqualTo(35);
        assertThat(hours.with(20).counts().get(20)).isEqualTo(18);
        assertThat(hours.with(20).counts().get(9)).isEqualTo(1);
        assertThat(hours.with(9).counts().get(9)).isEqualTo(4);
    }
}
