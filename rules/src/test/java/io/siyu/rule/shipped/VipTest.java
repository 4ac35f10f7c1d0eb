package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VipTest {

    @Test
    void tags_at_5000_within_a_year() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("order.placed", 0, "total", 499_999L)).isEmpty();
            assertThat(shopper.proposes("order.placed", 10, "total", 1L)).contains("tag vip");
        }
    }

    @Test
    void forgets_what_is_older_than_a_year() {
        try (Shopper shopper = new Shopper()) {
            shopper.proposes("order.placed", 0, "total", 499_999L);
            assertThat(shopper.proposes("order.placed", 366, "total", 1L)).doesNotContain("tag vip");
        }
    }
}
