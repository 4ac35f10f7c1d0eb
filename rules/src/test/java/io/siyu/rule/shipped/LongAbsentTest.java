package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongAbsentTest {

    @Test
    void greets_from_180_days_on() {
        try (Shopper shopper = new Shopper()) {
            shopper.proposes("order.placed", 0, "total", 100L);
            assertThat(shopper.proposes("store.visited", 179)).isEmpty();
            assertThat(shopper.proposes("store.visited", 180)).containsExactly("task greet-returning-member");
        }
    }

    @Test
    void greets_nobody_who_never_ordered() {
        try (Shopper shopper = new Shopper()) {
            assertThat(shopper.proposes("store.visited", 400)).isEmpty();
        }
    }
}
