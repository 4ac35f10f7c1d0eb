package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "order-placed",
                "a--b",
                "a2345678901234567890123456789012345678901234567890123456789012b4"
            })
    void is_small_letters_digits_and_inner_hyphens(String id) {
        assertThat(PlaybookId.isOne(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "a-",
                "A",
                "a_b",
                "a.b",
                "a/b",
                "å",
                "a\n",
                "a2345678901234567890123456789012345678901234567890123456789012b45"
            })
    void is_nothing_else(String text) {
        assertThat(PlaybookId.isOne(text)).isFalse();
    }
}
