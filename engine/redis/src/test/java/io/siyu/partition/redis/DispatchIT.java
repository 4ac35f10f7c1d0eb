package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Phones;
import io.siyu.event.EntryKind;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Worker;
import io.siyu.report.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DispatchIT {
    private static final int PARTITIONS = 2;
    private static final List<Integer> ALL =
            IntStream.range(0, PARTITIONS).boxed().toList();
    private static final Subject MEI = Subject.member("mei");

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private RedisHouse house;

    @BeforeEach
    void open() {
        house = REDIS.house(PARTITIONS);
        house.take();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void decided(Arrival... arrivals) {
        house.intake().accept(List.of(arrivals));
        decide();
    }

    private void decide() {
        Worker.House with = new Worker.House(house.log(), house.states(), flush -> {}, FailPoint.NONE, PARTITIONS);
        try (Worker worker = new Worker(with, Shop.advance(PARTITIONS), ALL, 100)) {
            while (worker.round() > 0) {
                house.project();
            }
        }
    }

    private Dispatch dispatch(Lane lane, Channel channel) {
        Dispatch.Ways ways =
                new Dispatch.Ways(house.outbox(), house.vault(), Map.of(channel.name(), channel), FailPoint.NONE);
        return new Dispatch(ways, lane, ALL);
    }

    /** A vendor that keeps what it gets, and answers what it is told to. */
    private static final class Vendor implements Channel {
        final List<Message> got = new ArrayList<>();
        Delivery answer = new Delivery.Accepted("v1");
        Standing standing = Standing.CANNOT_TELL;

        @Override
        public String name() {
            return "phone";
        }

        @Override
        public Delivery deliver(Message message) {
            got.add(message);
            return answer;
        }

        @Override
        public Standing standing(Message message) {
            return standing;
        }
    }

    private String message() {
        return house.watch().about(MEI, 1).get(0).message();
    }

    private Story story() {
        return house.watch().story(message()).orElseThrow();
    }

    @Test
    void a_message_is_filled_sent_once_and_told_with_its_receipt() {
        decided(Shop.shipped("s1", "mei"), Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        Dispatch dispatch = dispatch(Lane.SERVICE, vendor);

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

        dispatch(Lane.SERVICE, vendor).round();
        assertThat(vendor.got).extracting(Message::template).containsExactly("thanks");
        dispatch(Lane.MARKETING, vendor).round();
        assertThat(vendor.got).extracting(Message::template).containsExactly("thanks", "offer");
    }

    @Test
    void a_refused_message_fails_with_the_reason() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        vendor.answer = new Delivery.Rejected("no.such.user", Delivery.Fault.FINAL);

        dispatch(Lane.SERVICE, vendor).round();

        assertThat(story().status()).isEqualTo("failed");
        assertThat(story().receipts().get(0).event().value("reason")).isEqualTo("no.such.user");
    }

    @Test
    void a_message_refused_for_now_goes_again_in_a_later_round() {
        decided(Shop.order("o1", "mei"));
        Vendor vendor = new Vendor();
        Dispatch dispatch = dispatch(Lane.SERVICE, vendor);

        vendor.answer = new Delivery.Rejected("too.fast", Delivery.Fault.PASSING);
        assertThat(dispatch.round()).isZero();
        assertThat(story().status()).isEqualTo("deferred");

        vendor.answer = new Delivery.Accepted("v1");
        assertThat(dispatch.round()).isEqualTo(1);
        assertThat(story().status()).isEqualTo("sent");
        assertThat(vendor.got).hasSize(2);
    }

    @Test
    void a_service_message_goes_again_only_when_the_vendor_never_had_it() {
        decided(Shop.order("o1", "mei"));
        List<Claim> lost = house.outbox().claim(ALL, Lane.SERVICE, 10);
        Vendor vendor = new Vendor();
        vendor.standing = Channel.Standing.NEVER_ACCEPTED;

        restart();
        dispatch(Lane.SERVICE, vendor).round();

        assertThat(lost).hasSize(1);
        assertThat(vendor.got)
                .extracting(Message::id)
                .containsExactly(lost.get(0).message().id());
        assertThat(story().status()).isEqualTo("sent");
    }

    @Test
    void a_marketing_message_claimed_without_outcome_is_never_repeated() {
        decided(Shop.consent("c1", "mei"), Shop.view("v1", "mei"));
        house.outbox().claim(ALL, Lane.MARKETING, 10);
        Vendor vendor = new Vendor();
        vendor.standing = Channel.Standing.NEVER_ACCEPTED;

        restart();
        dispatch(Lane.MARKETING, vendor).round();

        assertThat(vendor.got).isEmpty();
        assertThat(story().status()).isEqualTo("unknown");
    }

    @Test
    void what_the_vendor_had_after_all_is_sent_not_repeated() {
        decided(Shop.order("o1", "mei"));
        house.outbox().claim(ALL, Lane.SERVICE, 10);
        Vendor vendor = new Vendor();
        vendor.standing = Channel.Standing.ACCEPTED;

        restart();
        dispatch(Lane.SERVICE, vendor).round();

        assertThat(vendor.got).isEmpty();
        assertThat(story().status()).isEqualTo("sent");
    }

    private void restart() {
        house.close();
        house = REDIS.house(PARTITIONS);
        house.take();
    }

    @Test
    void an_owner_that_was_taken_over_claims_nothing() {
        decided(Shop.order("o1", "mei"));
        try (RedisHouse second = REDIS.house(PARTITIONS)) {
            second.take();

            assertThat(house.outbox().claim(ALL, Lane.SERVICE, 10)).isEmpty();
            assertThat(second.outbox().claim(ALL, Lane.SERVICE, 10)).hasSize(1);
        }
    }

    @Test
    void a_cancelled_message_is_not_sent_and_one_in_flight_is_too_late() {
        decided(Shop.order("o1", "mei"));
        assertThat(house.outbox().cancel(MEI, message())).isTrue();
        assertThat(story().status()).isEqualTo("cancelled");

        decided(Shop.order("o2", "mei"));
        house.outbox().claim(ALL, Lane.SERVICE, 10);
        assertThat(house.outbox().cancel(MEI, message())).isFalse();
        assertThat(story().status()).isEqualTo("claimed");
    }

    @Test
    void the_phone_shows_a_message_once() {
        decided(Shop.order("o1", "mei"));
        Message message = house.outbox().claim(ALL, Lane.SERVICE, 10).get(0).message();
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
    void a_paused_campaign_parks_its_messages_until_it_is_resumed() {
        decided(Shop.joined("j1", "mei"));
        control("campaign.paused", "pause");
        Vendor vendor = new Vendor();
        Dispatch dispatch = dispatch(Lane.SERVICE, vendor);

        dispatch.round();
        assertThat(vendor.got).isEmpty();
        assertThat(story().status()).isEqualTo("parked");

        control("campaign.resumed", "resume");
        dispatch.round();
        assertThat(vendor.got).extracting(Message::campaign).containsExactly("club");
    }

    private void control(String type, String id) {
        for (int partition : ALL) {
            house.log()
                    .append(
                            EntryKind.CONTROL,
                            HouseEvent.of(Shop.CATALOGUE.require(type), id + partition)
                                    .with("campaign", "club")
                                    .about(
                                            Subject.partition(partition),
                                            house.time().now()),
                            null);
        }
        decide();
    }
}
