package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ExpiringCouponTest {

    private static final String MENTION = "task mention-expiring-coupon";

    @Test
    void is_mentioned_in_its_last_week() {
        try (Shopper shopper = new Shopper()) {
            shopper.proposes(
                    "coupon.issued",
                    0,
                    "couponId",
                    "C1",
                    "kind",
                    "welcome",
                    "expiresAt",
                    Shopper.START.plus(30, ChronoUnit.DAYS));
            assertThat(shopper.proposes("store.visited", 22)).doesNotContain(MENTION);
            assertThat(shopper.proposes("store.visited", 23)).contains(MENTION);
            assertThat(shopper.proposes("store.visited", 31)).doesNotContain(MENTION);
        }
    }
}
