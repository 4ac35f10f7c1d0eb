package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.dispatch.Claim;
import io.siyu.dispatch.DeadLetter;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Outcome;
import io.siyu.message.Message;
import io.siyu.partition.Arrival;
import io.siyu.report.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** What was decided and waits is not sent when its reason is gone. */
class CancelIT extends SendingFixture {
    private static final String WITHDRAWN = "cancelled consent.withdrawn";

    private final Vendor vendor = new Vendor();

    /** The message that thanks, offers or greets Mei, whichever was decided last. */
    private String message(String template) {
        return house.watch().about(MEI, 20).stream()
                .filter(told -> told.line().contains("\"template\":\"" + template + "\"")
                        && !told.message().isEmpty())
                .map(Told::message)
                .findFirst()
                .orElseThrow();
    }

    private void sendAll() {
        for (Lane lane : List.of(Lane.SERVICE, Lane.MARKETING)) {
            round(lane, vendor);
        }
    }

    @AfterEach
    void nothing_is_left_of_what_was_cancelled_or_sent() {
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            for (int partition : ALL) {
                assertThat(redis.zcard(RedisKeys.addressed(partition)))
                        .isEqualTo(redis.hlen(RedisKeys.messages(partition)));
            }
        }
    }

    @Test
    void a_withdrawal_cancels_what_waits_and_is_no_longer_wanted() {
        decided(Shop.consent("c1", "mei"), Shop.consent("c2", "li"), Shop.view("v1", "mei"), Shop.view("v2", "li"));
        decided(Shop.order("o1", "mei"));

        decided(Shop.withdrawal("w1", "mei", Purpose.MARKETING));

        assertThat(receipts(message("offer"))).containsExactly(WITHDRAWN);
        assertThat(house.watch().story(message("offer")).orElseThrow().status()).isEqualTo("cancelled");
        sendAll();
        assertThat(vendor.got)
                .extracting(message -> message.subject().id() + " " + message.template())
                .containsExactly("mei thanks", "li offer");
    }

    @Test
    void a_withdrawal_reaches_what_was_decided_in_the_same_batch_and_nothing_behind_it() {
        Arrival withdrawal = Shop.withdrawal("w1", "mei", Purpose.MARKETING);
        decided(
                Shop.consent("c1", "mei", withdrawal.event().time().minusMillis(1)),
                Shop.view("v1", "mei"),
                withdrawal,
                Shop.consent("c2", "mei", withdrawal.event().time().plusMillis(1)),
                Shop.view("v2", "mei"));

        assertThat(statuses()).containsEntry("cancelled", 1L);
        sendAll();
        assertThat(vendor.got)
                .singleElement()
                .satisfies(message -> assertThat(message.text()).endsWith("v2"));
    }

    @Test
    void a_withdrawal_told_late_cancels_nothing_that_was_agreed_to_since() {
        Arrival withdrawal = Shop.withdrawal("w1", "mei", Purpose.MARKETING);
        Arrival consent = Shop.consent("c1", "mei", withdrawal.event().time().plusSeconds(1));
        decided(consent, Shop.view("v1", "mei"), withdrawal);

        assertThat(statuses()).doesNotContainKey("cancelled");
    }

    @Test
    void a_withdrawal_cancels_what_is_deferred_or_parked() {
        decided(Shop.consent("c1", "mei"), Shop.view("v1", "mei"), Shop.joined("j1", "mei"));
        vendor.answer = new Delivery.Rejected("too.ill", Delivery.Fault.PASSING, Duration.ofMinutes(10));
        round(Lane.MARKETING, vendor);
        control("campaign.paused", "pause");
        round(Lane.SERVICE, vendor);
        assertThat(statuses()).containsEntry("deferred", 1L).containsEntry("parked", 1L);

        decided(Shop.withdrawal("w1", "mei", Purpose.MARKETING), Shop.withdrawal("w2", "mei", Purpose.SERVICE));

        assertThat(receipts(message("offer"))).containsExactly("deferred too.ill", WITHDRAWN);
        assertThat(receipts(message("club/hello"))).containsExactly("parked", WITHDRAWN);
        passTenMinutes();
        control("campaign.resumed", "resume");
        vendor.got.clear();
        sendAll();
        assertThat(vendor.got).isEmpty();
    }

    @Test
    void what_is_claimed_or_given_up_when_consent_is_withdrawn_is_told_to_be_too_late() {
        decided(Shop.consent("c1", "mei"), Shop.view("v1", "mei"));
        String given = message("offer");
        vendor.answer = new Delivery.Rejected("no.such.user", Delivery.Fault.FINAL);
        round(Lane.MARKETING, vendor);
        decided(Shop.view("v2", "mei"));
        String claimed = message("offer");
        List<Claim> claims = claim(Lane.MARKETING);

        decided(Shop.withdrawal("w1", "mei", Purpose.MARKETING));
        house.outbox().end(List.of(new Outcome(claims.get(0), Outcome.Result.SENT, "v9")));

        assertThat(receipts(claimed)).containsExactly("cancel.refused claimed", "sent v9");
        assertThat(receipts(given)).containsExactly("failed no.such.user", "cancel.refused given.up");
        DeadLetter dead = house.deadLetters().newest(1).get(0);
        assertThat(house.deadLetters().requeue(dead.partition(), given)).isTrue();
        decide();
        assertThat(receipts(given)).last().isEqualTo("requeue.refused consent.withdrawn");
        assertThat(house.deadLetters().newest(1).get(0).reason()).isEqualTo("no.such.user (consent.withdrawn)");
    }

    @Test
    void what_was_claimed_when_its_reason_went_is_not_tried_again_when_the_vendor_refuses_it_for_now() {
        decided(Shop.consent("c1", "mei"), Shop.view("v1", "mei"), Shop.joined("j1", "mei"));
        String offer = message("offer");
        String hello = message("club/hello");
        List<Claim> claims = new ArrayList<>(claim(Lane.MARKETING));
        claims.addAll(claim(Lane.SERVICE));
        decided(Shop.withdrawal("w1", "mei", Purpose.MARKETING));
        control("campaign.ended", "end");

        house.outbox()
                .end(claims.stream()
                        .map(claim -> new Outcome(
                                claim,
                                Outcome.Result.DEFERRED,
                                "too.ill",
                                1,
                                Duration.ofMinutes(1),
                                Delivery.Fault.PASSING))
                        .toList());
        decide();

        assertThat(receipts(offer)).containsExactly("cancel.refused claimed", "deferred too.ill", WITHDRAWN);
        assertThat(receipts(hello)).contains("deferred too.ill").last().isEqualTo("cancelled campaign.ended");
        passTenMinutes();
        sendAll();
        assertThat(vendor.got).isEmpty();
    }

    @Test
    void whoever_leaves_a_campaign_is_not_sent_what_waits_of_it() {
        decided(Shop.joined("j1", "mei"), Shop.order("o1", "mei"), Shop.joined("j2", "li"));

        decided(Shop.cancelled("x1", "mei"));

        assertThat(receipts(message("club/hello"))).containsExactly("cancelled campaign.left");
        sendAll();
        assertThat(vendor.got)
                .extracting(message -> message.subject().id() + " " + message.template())
                .containsExactlyInAnyOrder("mei thanks", "li club/hello");
    }

    @Test
    void the_end_of_a_campaign_cancels_what_waits_of_it_however_many_there_are() {
        int members = 300;
        decided(IntStream.range(0, members)
                .mapToObj(i -> Shop.joined("j" + i, "m" + i))
                .toArray(Arrival[]::new));
        decided(Shop.order("o1", "mei"));

        control("campaign.ended", "end");
        control("campaign.ended", "again");

        assertThat(statuses()).containsEntry("cancelled", (long) members).containsEntry("pending", 1L);
        sendAll();
        assertThat(vendor.got).extracting(Message::template).containsExactly("thanks");
    }

    @Test
    void under_a_trace_clock_messages_have_succeeded_and_nothing_is_cancelled() {
        decided(Shop.consent("c1", "mei"), Shop.view("v1", "mei"));
        house.useTraceClock();

        decided(Shop.withdrawal("w1", "mei", Purpose.MARKETING));

        assertThat(receipts(message("offer"))).isEmpty();
    }
}
