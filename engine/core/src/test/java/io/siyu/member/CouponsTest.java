package io.siyu.member;

import static io.siyu.member.Told.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Event;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CouponsTest {

    private static final Instant EXPIRY = Instant.parse("2026-03-01T00:00:00Z");
    private static final Event ISSUED = event(
            "coupon.issued",
            "2026-01-01T00:00:00Z",
            "couponId",
            "c",
            "kind",
            "A",
            "value",
            500L,
            "expiresAt",
            EXPIRY,
            "campaign",
            "spring");
    private static final Event CLAIMED = event("coupon.claimed", "2026-01-02T00:00:00Z", "couponId", "c");
    private static final Event REDEEMED = event("coupon.redeemed", "2026-01-03T00:00:00Z", "couponId", "c");

    @Test
    void follows_a_coupon_through_its_life() {
        Coupon coupon =
                coupon(ISSUED, CLAIMED, REDEEMED, event("coupon.redeemed", "2026-01-09T00:00:00Z", "couponId", "c"));

        assertThat(coupon)
                .isEqualTo(new Coupon(
                        "c",
                        "A",
                        500,
                        "spring",
                        ISSUED.time(),
                        EXPIRY,
                        CLAIMED.time(),
                        2,
                        Instant.parse("2026-01-09T00:00:00Z"),
                        false));
        assertThat(coupon.open(EXPIRY.minusNanos(1))).isTrue();
        assertThat(coupon.open(EXPIRY)).isFalse();
    }

    @Test
    void reads_the_same_life_in_any_order() {
        assertThat(coupon(REDEEMED, CLAIMED, ISSUED)).isEqualTo(coupon(ISSUED, CLAIMED, REDEEMED));
        assertThat(coupon(CLAIMED, ISSUED, REDEEMED)).isEqualTo(coupon(ISSUED, CLAIMED, REDEEMED));
    }

    @Test
    void knows_a_coupon_only_heard_of_by_redemption_as_not_open() {
        Coupon coupon = coupon(REDEEMED);

        assertThat(coupon.issuedAt()).isNull();
        assertThat(coupon.redemptions()).isEqualTo(1);
        assertThat(coupon.open(REDEEMED.time())).isFalse();
    }

    @Test
    void closes_a_lapsed_coupon_and_keeps_it_closed() {
        Event lapsed = event("coupon.lapsed", "2026-01-05T00:00:00Z", "couponId", "c");

        assertThat(coupon(ISSUED, lapsed).open(lapsed.time())).isFalse();
        assertThat(coupon(lapsed, ISSUED).open(lapsed.time())).isFalse();
    }

    @Test
    void takes_the_newer_issue_of_the_same_coupon() {
        Event longer = event(
                "coupon.issued",
                "2026-01-04T00:00:00Z",
                "couponId",
                "c",
                "kind",
                "A",
                "expiresAt",
                EXPIRY.plusSeconds(1));

        assertThat(coupon(ISSUED, longer).expiresAt()).isEqualTo(EXPIRY.plusSeconds(1));
        assertThat(coupon(longer, ISSUED).expiresAt()).isEqualTo(EXPIRY.plusSeconds(1));
    }

    @Test
    void forgets_coupons_sixty_days_after_their_expiry() {
        MemberProfile member = Told.member(ISSUED);
        Event other = event("coupon.issued", "2026-05-01T00:00:00Z", "couponId", "d", "kind", "A", "expiresAt", EXPIRY);

        assertThat(member.after(other, EXPIRY.plus(Duration.ofDays(60)))
                        .coupons()
                        .byId())
                .containsOnlyKeys("c", "d");
        assertThat(member.after(other, EXPIRY.plus(Duration.ofDays(60)).plusNanos(1))
                        .coupons()
                        .byId())
                .containsOnlyKeys("d");
    }

    @Test
    void keeps_a_hundred_and_lets_closed_ones_go_first() {
        MemberProfile member = Told.member(ISSUED);
        member = member.after(event("coupon.lapsed", "2026-01-02T00:00:00Z", "couponId", "c"), ISSUED.time());
        for (int i = 0; i < 100; i++) {
            Event next = event(
                    "coupon.issued",
                    "2026-01-02T00:00:00Z",
                    "couponId",
                    "x" + i,
                    "kind",
                    "A",
                    "expiresAt",
                    EXPIRY.minusSeconds(i));
            member = member.after(next, next.time());
        }
        assertThat(member.coupons().all()).hasSize(100);
        assertThat(member.coupons().find("c")).isEmpty();
        Event last = event("coupon.issued", "2026-01-02T00:00:00Z", "couponId", "y", "kind", "A", "expiresAt", EXPIRY);
        assertThat(member.after(last, last.time()).coupons().find("x99")).isEmpty();
    }

    private static Coupon coupon(Event... events) {
        return Told.member(events).coupons().find("c").orElseThrow();
    }
}
