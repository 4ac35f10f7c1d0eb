package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeOrderTest {

    @Test
    void asks_the_staff_from_2000_on() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("order.placed", 0, "total", 200_000L, "staff", "li"))
                    .contains("task thank-for-large-order");
            assertThat(shopper.proposes("order.placed", 1, "total", 199_999L, "staff", "li"))
                    .doesNotContain("task thank-for-large-order");
        }
    }

    @Test
    void asks_nobody_when_no_staff_brought_it() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("order.placed", 0, "total", 200_000L)).isEmpty();
        }
    }
}
