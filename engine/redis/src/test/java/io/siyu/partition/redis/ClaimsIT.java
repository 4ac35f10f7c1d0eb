package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Desk;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Queue;
import io.siyu.message.Message;
import io.siyu.partition.FailPoint;
import io.siyu.partition.StoreDownException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a claim whose owner died, slept, or was taken over. */
class ClaimsIT extends SendingFixture {

    @Test
    void what_was_claimed_but_not_called_when_the_house_stops_is_given_back() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        List<Dispatch> stopped = new ArrayList<>();
        Slot stopping = new Slot(house, new Desk(vendor), Lane.SERVICE, place -> stopped.forEach(Dispatch::stop));
        stopped.add(stopping.dispatch());

        assertThat(stopping.round()).isEqualTo(1);

        assertThat(vendor.got).isEmpty();
        assertThat(story().status()).isEqualTo("released");
        assertThat(house.outbox().open(ALL)).isEmpty();
        assertThat(round(Lane.SERVICE, vendor)).isEqualTo(1);
    }

    @Test
    void an_owner_refused_before_its_call_releases_and_the_new_owner_sends() {
        decided(Shop.consent("c1", "mei"), Shop.view("v1", "mei"));
        Vendor vendor = new Vendor();
        try (RedisHouse second = REDIS.house(PARTITIONS)) {
            Slot taker = new Slot(second, new Desk(vendor), Lane.MARKETING, FailPoint.NONE);
            Slot sleeper = new Slot(house, new Desk(vendor), Lane.MARKETING, place -> {
                second.take();
                taker.round();
                assertThat(story().status()).isEqualTo("unknown");
            });
            assertThat(sleeper.round()).isEqualTo(1);
            assertThat(vendor.got).isEmpty();
            assertThat(story().status()).isEqualTo("released");

            assertThat(taker.round()).isEqualTo(1);
            assertThat(vendor.got).hasSize(1);
            assertThat(story().status()).isEqualTo("sent");
            assertThat(house.deadLetters().newest(10)).isEmpty();
        }
    }

    @Test
    void an_answer_that_comes_after_the_lease_is_lost_still_counts() {
        decided(Shop.order("o1", "mei"));
        try (RedisHouse second = REDIS.house(PARTITIONS)) {
            Vendor vendor = new Vendor();
            Slot taker = new Slot(second, new Desk(vendor), Lane.SERVICE, FailPoint.NONE);
            Slot late = new Slot(house, new Desk(vendor), Lane.SERVICE, place -> {
                if (place == FailPoint.Place.AFTER_ACCEPTED) {
                    second.take();
                    taker.round();
                    assertThat(story().status()).isEqualTo("unknown");
                }
            });

            late.round();
            assertThat(vendor.got).hasSize(1);
            assertThat(story().status()).isEqualTo("sent");
            assertThat(taker.round()).isZero();
        }
    }

    @Test
    void a_service_message_goes_again_only_when_the_vendor_never_had_it() {
        decided(Shop.order("o1", "mei"));
        List<Claim> lost = claim(Lane.SERVICE);
        Vendor vendor = new Vendor();
        vendor.standing = Channel.Standing.NEVER_ACCEPTED;

        restart();
        round(Lane.SERVICE, vendor);

        assertThat(lost).hasSize(1);
        assertThat(vendor.got)
                .extracting(Message::id)
                .containsExactly(lost.get(0).message().id());
        assertThat(story().status()).isEqualTo("sent");
    }

    @Test
    void a_call_that_broke_off_is_asked_about_by_its_own_slot_and_goes_again() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        vendor.standing = Channel.Standing.NEVER_ACCEPTED;
        Slot slot = slot(Lane.SERVICE, new Breaking(vendor));

        assertThatThrownBy(slot::round).isInstanceOf(StoreDownException.class);
        assertThat(story().status()).isEqualTo("claimed");
        assertThat(slot.round()).isPositive();

        assertThat(vendor.got).hasSize(1);
        assertThat(story().status()).isEqualTo("sent");
    }

    @Test
    void a_marketing_message_claimed_without_outcome_is_never_repeated() {
        decided(Shop.consent("c1", "mei"), Shop.view("v1", "mei"));
        claim(Lane.MARKETING);
        Vendor vendor = new Vendor();
        vendor.standing = Channel.Standing.NEVER_ACCEPTED;

        restart();
        round(Lane.MARKETING, vendor);

        assertThat(vendor.got).isEmpty();
        assertThat(story().status()).isEqualTo("unknown");
    }

    @Test
    void what_the_vendor_had_after_all_is_sent_not_repeated() {
        decided(Shop.order("o1", "mei"));
        claim(Lane.SERVICE);
        Vendor vendor = new Vendor();
        vendor.standing = Channel.Standing.ACCEPTED;

        restart();
        round(Lane.SERVICE, vendor);

        assertThat(vendor.got).isEmpty();
        assertThat(story().status()).isEqualTo("sent");
    }

    @Test
    void an_owner_that_was_taken_over_claims_nothing() {
        decided(Shop.order("o1", "mei"));
        try (RedisHouse second = REDIS.house(PARTITIONS)) {
            second.take();

            assertThat(claim(Lane.SERVICE)).isEmpty();
            assertThat(second.outbox().claim(new Queue(Lane.SERVICE, "phone"), "0", SHARES))
                    .hasSize(1);
        }
    }

    /** Breaks off in its first call, before the vendor hears of it. */
    private static final class Breaking implements Channel {
        private final Vendor vendor;
        private boolean broke;

        Breaking(Vendor vendor) {
            this.vendor = vendor;
        }

        @Override
        public String name() {
            return vendor.name();
        }

        @Override
        public Delivery deliver(Message message) {
            if (!broke) {
                broke = true;
                throw new StoreDownException("It broke off.");
            }
            return vendor.deliver(message);
        }

        @Override
        public Standing standing(Message message) {
            return vendor.standing(message);
        }
    }
}
