package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepurchaseTest {

    @Test
    void rewards_the_second_order_within_thirty_days() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("order.placed", 0, "total", 30_000L)).doesNotContain("coupon repurchase-20");
            assertThat(shopper.proposes("order.placed", 29, "total", 19_900L)).contains("coupon repurchase-20");
            assertThat(shopper.proposes("order.placed", 60, "total", 30_000L)).doesNotContain("coupon repurchase-20");
        }
    }

    @Test
    void tags_the_fifth_order_within_thirty_days() {
        try (Shopper shopper = new Shopper()) {
            for (int day = 0; day < 4; day++) {
                assertThat(shopper.proposes("order.placed", day, "total", 5_000L))
                        .doesNotContain("tag loyal");
            }
            assertThat(shopper.proposes("order.placed", 4, "total", 5_000L)).contains("tag loyal");
        }
    }
}
