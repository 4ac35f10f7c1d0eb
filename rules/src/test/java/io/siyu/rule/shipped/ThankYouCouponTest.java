package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThankYouCouponTest {

    @Test
    void gives_the_coupon_of_the_row_an_order_falls_into() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("order.paid", 0, "total", 29_999L)).isEmpty();
            assertThat(shopper.proposes("order.paid", 1, "total", 30_000L)).containsExactly("coupon thank-you-10");
            assertThat(shopper.proposes("order.paid", 2, "total", 99_999L)).containsExactly("coupon thank-you-10");
            assertThat(shopper.proposes("order.paid", 3, "total", 100_000L)).containsExactly("coupon thank-you-40");
        }
    }

    @Test
    void goes_by_the_level_of_the_member_where_the_row_asks_for_it() {
        try (Shopper shopper = new Shopper()) {
            shopper.proposes("level.changed", 0, "level", 2L);
            assertThat(shopper.proposes("order.paid", 1, "total", 60_000L)).containsExactly("coupon thank-you-50");
            assertThat(shopper.proposes("order.paid", 2, "total", 500_000L))
                    .containsExactly("coupon private-fitting", "coupon thank-you-100");
        }
    }
}
