package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnhappyTest {

    @Test
    void calls_up_to_a_score_of_two() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("feedback.given", 0, "score", 2L)).containsExactly("task call-unhappy-member");
            assertThat(shopper.proposes("feedback.given", 1, "score", 3L)).isEmpty();
        }
    }

    @Test
    void calls_nobody_who_gave_no_score() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("feedback.given", 0)).isEmpty();
        }
    }
}
