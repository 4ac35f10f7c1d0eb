package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StaffCommissionTest {

    @Test
    void pays_three_percent_of_a_paid_order_of_staff() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("order.paid", 0, "total", 1L, "staff", "li"))
                    .containsExactly("commission 3");
            assertThat(shopper.proposes("order.paid", 1, "total", 1L)).isEmpty();
            assertThat(shopper.proposes("order.paid", 2, "total", 0L, "staff", "li"))
                    .isEmpty();
        }
    }
}
