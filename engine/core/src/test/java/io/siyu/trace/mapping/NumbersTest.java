package io.siyu.trace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @Test
    void reads_other_marks() throws BadRow {
        assertThat(Numbers.marked("1.288,50", ",", ".")).isEqualByComparingTo("1288.50");
        assertThat(Numbers.marked("-12.800.000", ",", ".")).isEqualByComparingTo("-12800000");
        assertThat(Numbers.marked("5800,5", ",", ".")).isEqualByComparingTo("5800.5");
        assertThat(Numbers.marked("1 234.5", ".", " ")).isEqualByComparingTo("1234.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"58.00", "1.2888,50", "1,288.50", "12,5,0", "", ",5", "1e3", "x"})
    void never_guesses_what_a_mark_means(String text) {
        assertThatThrownBy(() -> Numbers.marked(text, ",", ".")).isInstanceOf(BadRow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "NaN", "1,5", "0x10", ""})
    void refuses_numbers_without_measure(String text) {
        assertThatThrownBy(() -> Numbers.exact(text)).isInstanceOf(BadRow.class);
    }
}
