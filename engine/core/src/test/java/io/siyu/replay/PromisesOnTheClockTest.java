package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Cap;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.rule.Action;
import io.siyu.rule.Proposal;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesOnTheClockTest {
    private static final Text SENTENCE = new Text(java.util.Map.of("en", "As promised.", "zh", "如承诺。"));

    private final Shop shop = new Shop();

    private Shop thanks() {
        shop.rules
                .when("order.placed", fact -> true, WrittenRules.enrol("thanks"))
                .step("thanks", "now")
                .step("thanks", "care");
        return shop.campaign(
                "thanks",
                Purpose.SERVICE,
                Shop.on("order.placed"),
                Shop.send("now"),
                new Step.Wait(Duration.ofDays(3)),
                Shop.send("care"));
    }

    private static Promise atMost(int max, Purpose purpose) {
        return new Promise.AtMost("seldom", SENTENCE, new Cap(Duration.ofDays(1), max, purpose, null));
    }

    private static Promise neverAfterShipping() {
        return new Promise.NeverAfter("calm", SENTENCE, "thanks/now", "order.shipped", Duration.ofDays(7));
    }

    private Event shipped(String time) {
        return shop.event("order.shipped", "shipped-" + time)
                .with("orderId", "o-9")
                .about(Subject.parse("m1"), Shop.at(time));
    }

    private List<String> lines(Event... events) {
        return shop.play(events).stream()
                .filter(decision -> decision.intent().action().equals("send"))
                .map(Shop::line)
                .toList();
    }

    @Test
    void at_most_so_many_messages_go_within_any_window() {
        thanks().promise(atMost(1, Purpose.SERVICE));

        assertThat(lines(
                        shop.order("1", "m1", "2026-11-01T09:00"),
                        shop.order("2", "m1", "2026-11-02T08:59:59"),
                        shop.order("3", "m1", "2026-11-02T09:00")))
                .startsWith(
                        "11-01 09:00:00 m1 send thanks/now send",
                        "11-02 08:59:59 m1 send thanks/now drop promise.seldom",
                        "11-02 09:00:00 m1 send thanks/now send");
    }

    @Test
    void messages_of_another_purpose_do_not_count() {
        thanks().promise(atMost(0, Purpose.MARKETING));

        assertThat(lines(shop.order("1", "m1", "2026-11-01T09:00")))
                .containsExactly("11-01 09:00:00 m1 send thanks/now send", "11-04 09:00:00 m1 send thanks/care send");
    }

    @Test
    void the_sentence_in_the_retailers_language_is_what_it_refers_to() {
        thanks().promise(atMost(0, null));

        List<Decision> decisions = shop.play(shop.order("1", "m1", "2026-11-01T09:00"));

        assertThat(decisions)
                .filteredOn(decision -> decision.intent().action().equals("send"))
                .hasSize(2)
                .allSatisfy(decision -> assertThat(decision.ruling().ref()).isEqualTo("As promised."));
    }

    @Test
    void a_message_does_not_go_soon_after_an_event() {
        thanks().promise(neverAfterShipping());

        assertThat(lines(
                        shop.order("1", "m1", "2026-11-01T08:59"),
                        shipped("2026-11-01T09:00"),
                        shop.order("2", "m1", "2026-11-08T08:59:59"),
                        shop.order("3", "m1", "2026-11-08T09:00")))
                .filteredOn(line -> line.contains("now"))
                .containsExactly(
                        "11-01 08:59:00 m1 send thanks/now send",
                        "11-08 08:59:59 m1 send thanks/now drop promise.calm",
                        "11-08 09:00:00 m1 send thanks/now send");
    }

    @Test
    void another_message_and_another_member_are_free() {
        thanks().promise(neverAfterShipping());

        assertThat(lines(
                        shop.order("1", "m1", "2026-11-01T08:59"),
                        shipped("2026-11-04T08:00"),
                        shop.order("2", "m2", "2026-11-04T08:30")))
                .startsWith(
                        "11-01 08:59:00 m1 send thanks/now send",
                        "11-04 08:30:00 m2 send thanks/now send",
                        "11-04 08:59:00 m1 send thanks/care send");
    }

    @Test
    void the_last_of_several_events_counts_whatever_order_they_are_told_in() {
        thanks().promise(neverAfterShipping());
        Event early = shipped("2026-11-01T09:00");
        Event late = shipped("2026-11-05T09:00");
        List<Decision> decisions = new ArrayList<>();

        shop.play(hash -> shop.edition("e1"), decisions, replay -> {
            replay.event(Shop.at("2026-11-05T09:00"), late);
            replay.event(Shop.at("2026-11-05T10:00"), early);
            replay.event(Shop.at("2026-11-09T09:00"), shop.order("1", "m1", "2026-11-09T09:00"));
            replay.drain(null);
        });

        assertThat(decisions).extracting(Shop::line).contains("11-09 09:00:00 m1 send thanks/now drop promise.calm");
    }

    @Test
    void a_message_does_not_go_to_those_a_condition_holds_for() {
        Promise.NeverWhen never =
                new Promise.NeverWhen("small", SENTENCE, "thanks/now", new Condition("member.orders >= 2", 1, 1));
        thanks().promise(never);
        shop.rules.when(
                "promise.asked",
                fact -> "thanks/now".equals(fact.event().value("template"))
                        && fact.state().member().orders().count() >= 2,
                new Proposal(never.rule(), Action.SEND, "thanks/now", null, null, 0));

        assertThat(lines(shop.order("1", "m1", "2026-11-01T09:00"), shop.order("2", "m1", "2026-11-02T09:00")))
                .containsExactly(
                        "11-01 09:00:00 m1 send thanks/now send",
                        "11-02 09:00:00 m1 send thanks/now drop promise.small",
                        "11-04 09:00:00 m1 send thanks/care send",
                        "11-05 09:00:00 m1 send thanks/care send");
    }

    @Test
    void an_earlier_guard_decides_and_the_promise_is_its_shadow() {
        thanks().cap(new Cap(Duration.ofDays(1), 0, null, null)).promise(atMost(0, null));

        assertThat(shop.play(shop.order("1", "m1", "2026-11-01T09:00")))
                .filteredOn(decision -> decision.intent().target().equals("thanks/now"))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.ruling().reason()).isEqualTo("cap.global");
                    assertThat(decision.ruling().shadow()).containsExactly("promise.seldom");
                });
    }
}
