package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecondOrderTest {

    @Test
    void tags_at_the_second_order_only() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("order.placed", 0, "total", 100L)).isEmpty();
            assertThat(shopper.proposes("order.placed", 1, "total", 100L)).containsExactly("tag returning");
            assertThat(shopper.proposes("order.placed", 2, "total", 100L)).isEmpty();
        }
    }
}
