package io.siyu.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.5, 2, 1250",
        "12.50, 2, 1250",
        "12.500, 2, 1250",
        "0, 2, 0",
        "-0.01, 2, -1",
        "200, 0, 200",
        "1.5e2, 2, 15000",
        "1500E-3, 2, 150",
        "10000000000000, 2, 1000000000000000",
        "00012.50, 2, 1250",
    })
    void reads_amounts_exactly(String text, int digits, long minor) {
        assertThat(Money.parse(text, digits)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".5",
                "5.",
                "1,5",
                "abc",
                "1.2.3",
                "0.001",
                "4.44e-16",
                "10000000000000.01",
                "9e99",
                "--1",
                "1e1e1"
            })
    void refuses_what_is_not_an_amount_of_cents(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse(text, 2))
                .withMessageContaining("\nMaybe ");
    }

    @Test
    @Timeout(1)
    void refuses_a_huge_exponent_or_length_at_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse("1e999999999", 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse("1e-999999999", 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse("9".repeat(1_000_000), 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.parse("0." + "0".repeat(1_000_000), 2));
    }

    @ParameterizedTest
    @CsvSource({"1250, 2, 12.50", "-1, 2, -0.01", "0, 2, 0.00", "7, 0, 7", "5, 3, 0.005"})
    void writes_all_decimals_of_the_currency(long minor, int digits, String text) {
        assertThat(Money.format(minor, digits)).isEqualTo(text);
        assertThat(Money.parse(text, digits)).isEqualTo(minor);
    }
}
