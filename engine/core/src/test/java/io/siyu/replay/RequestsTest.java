package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.decision.Cancel;
import io.siyu.decision.Decision;
import io.siyu.decision.Request;
import io.siyu.decision.Requeue;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.MemoryHoldings;
import io.siyu.partition.Next;
import io.siyu.rule.Edition;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What deciding asks about messages it decided earlier. */
class RequestsTest {
    private static final String NOON = "2026-11-01T12:00";

    private final Shop shop = new Shop();
    private final MemoryHoldings held = new MemoryHoldings(PartitionState.fresh(0));
    private final List<Decision> sent = new ArrayList<>();
    private String time = NOON;
    private long position;

    /** Decides the event in a house of one partition, and all that follows from it; what is asked meanwhile. */
    private List<Request> hear(EntryKind kind, Event event) {
        Edition edition = shop.edition("e1");
        List<Request> requests = new ArrayList<>();
        Deque<Next> waiting = new ArrayDeque<>(List.of(new Next(kind, event)));
        try (Advance advance = new Advance(hash -> edition, (decision, state, e) -> "", 1)) {
            while (!waiting.isEmpty()) {
                Next next = waiting.remove();
                Commit commit = advance.decide(new Entry(++position, event.time(), next.kind(), next.event()), held);
                assertThat(commit.dead()).isEmpty();
                held.apply(commit);
                waiting.addAll(commit.next());
                commit.letters().forEach(letter -> waiting.add(new Next(EntryKind.LETTER, letter.event())));
                commit.decisions().stream().filter(Decision::sends).forEach(sent::add);
                requests.addAll(commit.requests());
            }
        }
        return requests;
    }

    private List<Request> hear(Event event) {
        return hear(EntryKind.EVENT, event);
    }

    private void thanks(Purpose purpose) {
        shop.rules
                .when("order.placed", fact -> true, WrittenRules.enrol("thanks"))
                .step("thanks", "now");
        shop.campaign(
                "thanks",
                purpose,
                Shop.on("order.placed"),
                Shop.send("now"),
                new Step.Wait(Duration.ofDays(3)),
                Shop.send("care"));
    }

    private Event about(String type, String id, String member) {
        return shop.event(type, id).about(Subject.parse(member), Shop.at(NOON));
    }

    private static boolean covers(Request request, Decision decision) {
        return request instanceof Cancel cancel
                && cancel.subject().equals(decision.subject())
                && cancel.covers(
                        decision.message(),
                        decision.channel(),
                        decision.purpose(),
                        String.valueOf(decision.intent().campaign()));
    }

    @Test
    void a_withdrawal_asks_for_what_it_forbids_and_only_of_whom_something_was_sent() {
        thanks(Purpose.MARKETING);
        hear(shop.consents("m1", NOON));
        hear(shop.order("1", "m1", NOON));

        assertThat(hear(about("consent.withdrawn", "w2", "m2"))).isEmpty();
        assertThat(hear(shop.event("consent.withdrawn", "w3")
                        .with("channel", "template")
                        .about(Subject.parse("m1"), Shop.at(NOON))))
                .isEmpty();
        List<Request> asked = hear(about("consent.withdrawn", "w1", "m1"));

        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(covers(request, sent.get(0))).isTrue();
            assertThat(((Cancel) request).reason()).isEqualTo("consent.withdrawn");
        });
    }

    @Test
    void whoever_leaves_a_campaign_asks_for_the_messages_of_that_enrolment_only() {
        thanks(Purpose.SERVICE);
        hear(shop.order("1", "m1", NOON));
        hear(shop.order("2", "m1", NOON));

        List<Request> asked = hear(shop.event("order.refunded", "r")
                .with("orderId", "o-1")
                .with("total", 1L)
                .with("currency", "CNY")
                .about(Subject.parse("m1"), Shop.at(NOON)));

        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(sent).hasSize(2);
            assertThat(covers(request, sent.get(0))).isTrue();
            assertThat(covers(request, sent.get(1))).isFalse();
        });
    }

    @Test
    void the_end_of_a_campaign_asks_once_for_everybody_it_sent_something() {
        thanks(Purpose.SERVICE);
        for (int i = 0; i < 150; i++) {
            hear(shop.order("o" + i, "m" + i, NOON));
            hear(about("page.viewed", "v" + i, "n" + i));
        }
        Event ended = shop.event("campaign.ended", "end")
                .with("campaign", "thanks")
                .about(Subject.partition(0), Shop.at(NOON));

        List<Request> asked = hear(EntryKind.CONTROL, ended);

        assertThat(asked).hasSize(150).doesNotHaveDuplicates();
        assertThat(sent).hasSize(150).allMatch(decision -> asked.stream().anyMatch(one -> covers(one, decision)));
        assertThat(hear(EntryKind.CONTROL, ended)).isEmpty();
    }

    private Event receipt(String type, Decision decision, String id) {
        return shop.event(type, id)
                .with("message", decision.message())
                .with("channel", "phone")
                .with("campaign", "thanks")
                .about(decision.subject(), Shop.at(NOON));
    }

    private String asked(Decision decision, String id) {
        Event event = shop.event("message.requeue.asked", id)
                .with("message", decision.message())
                .with("channel", "phone")
                .with("campaign", "thanks")
                .with("purpose", "service")
                .about(decision.subject(), Shop.at(time));
        Requeue requeue = (Requeue) hear(EntryKind.RECEIPT, event).get(0);
        assertThat(requeue.message()).isEqualTo(decision.message());
        return requeue.refusal();
    }

    private long left() {
        return held.partition().blocks().get("phone").left();
    }

    @Test
    void what_is_tried_again_takes_a_unit_once() {
        thanks(Purpose.SERVICE);
        shop.daily(2);
        hear(shop.order("1", "m1", NOON));
        hear(EntryKind.RECEIPT, receipt("message.failed", sent.get(0), "f1"));
        long before = left();

        assertThat(asked(sent.get(0), "a1")).isEmpty();
        assertThat(asked(sent.get(0), "a2")).isEmpty();
        assertThat(left()).isEqualTo(before - 1);

        hear(EntryKind.RECEIPT, receipt("message.failed", sent.get(0), "f2"));
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void what_is_tried_again_stays_given_up_when_the_day_has_no_unit_left() {
        thanks(Purpose.SERVICE);
        shop.daily(1);
        hear(shop.order("1", "m1", NOON));
        hear(EntryKind.RECEIPT, receipt("message.failed", sent.get(0), "f1"));
        hear(shop.order("2", "m2", NOON));
        assertThat(sent).hasSize(2);

        assertThat(asked(sent.get(0), "a1")).isEqualTo("quota.asked");
        assertThat(asked(sent.get(0), "a2")).isEqualTo("quota.refused");

        hear(EntryKind.RECEIPT, receipt("message.cancelled", sent.get(1), "c1"));
        time = "2026-11-01T12:02";
        assertThat(asked(sent.get(0), "a3")).isEqualTo("quota.asked");
        assertThat(asked(sent.get(0), "a4")).isEmpty();
    }

    @Test
    void what_nobody_wants_any_more_is_not_tried_again() {
        thanks(Purpose.SERVICE);
        hear(shop.order("1", "m1", NOON));
        hear(shop.order("2", "m2", NOON));
        assertThat(asked(sent.get(0), "a1")).isEmpty();

        hear(about("consent.withdrawn", "w1", "m1"));
        assertThat(asked(sent.get(0), "a2")).isEqualTo("consent.withdrawn");
        assertThat(asked(sent.get(1), "a3")).isEmpty();
        hear(
                EntryKind.CONTROL,
                shop.event("campaign.ended", "end")
                        .with("campaign", "thanks")
                        .about(Subject.partition(0), Shop.at(NOON)));
        assertThat(asked(sent.get(1), "a4")).isEqualTo("campaign.ended");
    }
}
