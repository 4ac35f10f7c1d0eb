package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.siyu.campaign.Purpose;
import io.siyu.dispatch.DeadLetter;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Desk;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Expiry;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Patience;
import io.siyu.dispatch.Phones;
import io.siyu.dispatch.Queue;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.FailPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchIT extends SendingFixture {

    @Test
    void a_message_is_filled_sent_once_and_told_with_its_receipt() {
        decided(Shop.shipped("s1", "mei"), Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        Slot dispatch = slot(Lane.SERVICE, vendor);

        assertThat(dispatch.round()).isEqualTo(1);
        assertThat(dispatch.round()).isZero();
        decide();

        assertThat(vendor.got).extracting(Message::text).containsExactly("谢谢 王小明 o1");
        assertThat(story().status()).isEqualTo("sent");
        assertThat(story().entry().event().id()).isEqualTo("o1");
        assertThat(story().receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.event().type().name()).isEqualTo("message.sent");
            assertThat(receipt.event().value("ref")).isEqualTo("v1");
        });
    }

    @Test
    void marketing_waits_in_a_lane_of_its_own() {
        decided(Shop.consent("c1", "mei"), Shop.view("v1", "mei"), Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();

        round(Lane.SERVICE, vendor);
        assertThat(vendor.got).extracting(Message::template).containsExactly("thanks");
        round(Lane.MARKETING, vendor);
        assertThat(vendor.got).extracting(Message::template).containsExactly("thanks", "offer");
    }

    @Test
    void a_second_message_to_a_member_while_the_first_is_in_flight_is_sent_by_another_slot() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        Desk desk = new Desk(vendor);
        Dispatch other =
                new Dispatch(Slot.ways(house, FailPoint.NONE), desk, new Dispatch.Slot(1, List.of(Lane.SERVICE), ALL));
        List<String> meanwhile = new ArrayList<>();
        Slot slow = new Slot(house, desk, Lane.SERVICE, place -> {
            if (meanwhile.isEmpty()) {
                meanwhile.add(place.name());
                decided(Shop.order("o2", "mei"));
                ALL.forEach(partition -> desk.offer(Lane.SERVICE, partition, 20));
                assertThat(other.round()).isEqualTo(1);
                assertThat(vendor.got).extracting(Message::text).containsExactly("谢谢 朋友 o2");
            }
        });

        assertThat(slow.round()).isEqualTo(1);

        assertThat(meanwhile).containsExactly("AFTER_CLAIM");
        assertThat(vendor.got).extracting(Message::text).containsExactly("谢谢 朋友 o2", "谢谢 朋友 o1");
        assertThat(statuses()).containsOnly(entry("sent", 2L));
    }

    @Test
    void a_second_message_to_a_member_waits_for_the_only_slot_and_is_sent_behind_the_first() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        Slot slow = new Slot(house, new Desk(vendor), Lane.SERVICE, place -> {
            if (place == FailPoint.Place.AFTER_ACCEPTED && vendor.got.size() == 1) {
                decided(Shop.order("o2", "mei"));
            }
        });

        slow.round();
        slow.round();

        assertThat(vendor.got).extracting(Message::text).containsExactly("谢谢 朋友 o1", "谢谢 朋友 o2");
        assertThat(statuses()).containsOnly(entry("sent", 2L));
    }

    @Test
    void a_refused_message_fails_with_the_reason() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        vendor.answer = new Delivery.Rejected("no.such.user", Delivery.Fault.FINAL);

        round(Lane.SERVICE, vendor);

        assertThat(story().status()).isEqualTo("failed");
        assertThat(story().receipts().get(0).event().value("reason")).isEqualTo("no.such.user");
    }

    @Test
    void a_message_refused_for_now_waits_and_goes_again() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        Slot slot = slot(Lane.SERVICE, vendor);

        vendor.answer = new Delivery.Rejected("too.ill", Delivery.Fault.PASSING, Duration.ofMinutes(10));
        assertThat(slot.round()).isEqualTo(1);
        assertThat(slot.round()).isZero();
        assertThat(story().status()).isEqualTo("deferred");
        assertThat(story().receipts().get(0).event().value("reason")).isEqualTo("too.ill");
        assertThat(house.outbox().waiting(ALL)).isEmpty();

        passTenMinutes();
        vendor.answer = new Delivery.Accepted("v1");
        restart();
        assertThat(round(Lane.SERVICE, vendor)).isEqualTo(1);
        assertThat(story().status()).isEqualTo("sent");
        assertThat(vendor.got).hasSize(2);
    }

    @Test
    void a_message_refused_too_often_becomes_a_dead_letter_and_goes_again_when_asked() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        vendor.answer = new Delivery.Rejected("too.ill", Delivery.Fault.PASSING, Duration.ofMinutes(10));
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(round(Lane.SERVICE, vendor)).isEqualTo(1);
            passTenMinutes();
        }
        assertThat(vendor.got).hasSize(3);
        assertThat(story().status()).isEqualTo("failed");
        DeadLetter dead = house.deadLetters().newest(10).get(0);
        assertThat(dead.id()).isEqualTo(message());
        assertThat(dead.reason()).isEqualTo("gave.up: too.ill");
        assertThat(house.outbox().cancel(MEI, message())).isFalse();
        assertThat(receipts(message())).last().isEqualTo("cancel.refused given.up");

        vendor.answer = new Delivery.Accepted("v1");
        assertThat(house.deadLetters().requeue(dead.partition(), dead.id())).isTrue();
        assertThat(house.deadLetters().requeue(dead.partition(), dead.id())).isTrue();
        decide();
        assertThat(house.deadLetters().requeue(dead.partition(), dead.id())).isFalse();
        assertThat(receipts(dead.id())).filteredOn("requeued"::equals).hasSize(1);
        assertThat(story().status()).isEqualTo("requeued");
        assertThat(house.deadLetters().newest(10)).isEmpty();
        assertThat(round(Lane.SERVICE, vendor)).isEqualTo(1);
        assertThat(story().status()).isEqualTo("sent");
        assertThat(vendor.got).extracting(Message::id).containsOnly(dead.id()).hasSize(4);
    }

    @Test
    void a_message_that_may_have_arrived_is_told_but_not_tried_again() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        vendor.answer = new Delivery.Unknown("no.answer");
        round(Lane.SERVICE, vendor);

        DeadLetter dead = house.deadLetters().newest(10).get(0);
        assertThat(dead.kind()).isEqualTo(DeadLetter.Kind.UNKNOWN);
        assertThat(dead.requeues()).isFalse();
        assertThat(house.deadLetters().requeue(dead.partition(), dead.id())).isFalse();
        assertThat(round(Lane.SERVICE, vendor)).isZero();
        assertThat(vendor.got).hasSize(1);
    }

    @Test
    void a_channel_that_rests_keeps_its_messages_in_their_queue() {
        decided(Shop.order("o1", "mei"), Shop.order("o2", "mei"));
        Vendor vendor = new Vendor();
        vendor.answer = new Delivery.Rejected("rate", Delivery.Fault.LIMITED, Duration.ofMinutes(10));
        Desk desk = new Desk(vendor);
        Dispatch dispatch = new Dispatch(
                new Dispatch.Ways(
                        house.outbox(),
                        house.vault(),
                        new Expiry(Shop.EDITIONS, house.time()),
                        Patience.USUAL,
                        FailPoint.NONE),
                desk,
                new Dispatch.Slot(0, List.of(Lane.SERVICE), ALL));
        ALL.forEach(partition -> desk.offer(Lane.SERVICE, partition, 20));

        assertThat(dispatch.round()).isEqualTo(1);
        assertThat(dispatch.round()).isZero();

        assertThat(vendor.got).hasSize(1);
        assertThat(house.outbox()
                        .waiting(ALL)
                        .get(new Queue(Lane.SERVICE, "phone"))
                        .values())
                .containsExactly(1L);
    }

    @Test
    void a_cancelled_message_is_not_sent_and_one_in_flight_is_too_late() {
        decided(Shop.order("o1", "mei"));
        assertThat(house.outbox().cancel(MEI, message())).isTrue();
        assertThat(story().status()).isEqualTo("cancelled");

        decided(Shop.order("o2", "mei"));
        claim(Lane.SERVICE);
        assertThat(house.outbox().cancel(MEI, message())).isFalse();
        assertThat(story().status()).isEqualTo("claimed");
    }

    @Test
    void the_phone_shows_a_message_once() {
        decided(Shop.order("o1", "mei"));
        Message message = claim(Lane.SERVICE).get(0).message();
        Phones phones = house.phones();

        phones.put(List.of(message));
        phones.put(List.of(message));

        assertThat(phones.of(MEI, 10))
                .extracting(received -> received.message())
                .containsExactly(message);
        assertThat(phones.got(message)).isTrue();
        assertThat(phones.latest(5)).containsExactly(MEI);
    }

    @Test
    void one_call_rings_the_phones_of_many_partitions_and_each_keeps_its_last_fifty() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i <= 50; i++) {
            messages.add(message("mei-" + i, MEI));
            messages.add(message("other-" + i, Subject.member("other" + i)));
        }
        Phones phones = house.phones();

        phones.put(messages);
        phones.put(messages.subList(100, 102));

        assertThat(phones.of(MEI, 100))
                .hasSize(50)
                .extracting(got -> got.message().id())
                .startsWith("mei-50")
                .endsWith("mei-1");
        assertThat(phones.got(messages.get(0))).isFalse();
        assertThat(phones.got(messages.get(2))).isTrue();
        assertThat(messages).filteredOn(m -> !m.subject().equals(MEI)).allMatch(phones::got);
        assertThat(phones.of(Subject.member("other50"), 5)).hasSize(1);
    }

    private static Message message(String id, Subject to) {
        return new Message(id, to, "phone", Purpose.SERVICE, "club", "thanks", "", "thanks", "e1", null, "Hello");
    }

    @Test
    void a_paused_campaign_parks_its_messages_until_it_is_resumed() {
        decided(Shop.joined("j1", "mei"));
        control("campaign.paused", "pause");
        Vendor vendor = new Vendor();
        Slot dispatch = slot(Lane.SERVICE, vendor);

        dispatch.round();
        assertThat(vendor.got).isEmpty();
        assertThat(story().status()).isEqualTo("parked");
        assertThat(story().receipts())
                .extracting(receipt -> receipt.event().type().name())
                .containsExactly("message.parked");
        dispatch.round();
        assertThat(receipts(message())).containsExactly("parked");

        control("campaign.resumed", "resume");
        assertThat(story().status()).isEqualTo("pending");
        control("campaign.paused", "again");
        dispatch.round();
        assertThat(receipts(message())).containsExactly("parked", "parked");

        control("campaign.resumed", "last");
        dispatch.round();
        assertThat(vendor.got).extracting(Message::campaign).containsExactly("club");
        assertThat(receipts(message())).containsExactly("parked", "parked", "sent v1");
    }

    @Test
    void a_parked_message_nobody_can_want_any_more_is_expired_when_its_campaign_is_resumed() {
        decided(Shop.joined("j1", "mei"));
        control("campaign.paused", "pause");
        Vendor vendor = new Vendor();
        Slot slot = slot(Lane.SERVICE, vendor);
        slot.round();
        house.time().set(house.time().now().plus(Duration.ofDays(2)), 1000);

        control("campaign.resumed", "resume");
        assertThat(slot.round()).isPositive();

        assertThat(vendor.got).isEmpty();
        assertThat(statuses()).containsEntry("expired", 1L).doesNotContainKey("sent");
    }
}
