package io.siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnchangedTest {
    private final Unchanged<String, Integer> lengths = new Unchanged<>();
    private final List<String> made = new ArrayList<>();

    private void round(String... keys) {
        try (Unchanged<String, Integer>.Round round = lengths.begin()) {
            for (String key : keys) {
                assertThat(round.of(key, this::length)).isEqualTo(key.length());
            }
        }
    }

    private int length(String key) {
        made.add(key);
        return key.length();
    }

    @Test
    void only_what_the_round_before_did_not_ask_is_made() {
        round("a", "bb");
        round("bb", "ccc");

        assertThat(made).containsExactly("a", "bb", "ccc");
    }

    @Test
    void what_one_round_leaves_out_is_forgotten() {
        round("a");
        round();
        round("a");

        assertThat(made).containsExactly("a", "a");
    }
}
