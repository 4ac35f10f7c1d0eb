package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WelcomeTest {

    @Test
    void gives_a_coupon_to_who_joins_before_a_first_order() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("member.joined", 0)).containsExactly("coupon welcome");
        }
    }

    @Test
    void gives_none_to_who_has_ordered_before() {
        try (Shopper shopper = new Shopper()) {
            shopper.proposes("order.placed", 0, "total", 100L);
            assertThat(shopper.proposes("member.joined", 1)).isEmpty();
        }
    }
}
