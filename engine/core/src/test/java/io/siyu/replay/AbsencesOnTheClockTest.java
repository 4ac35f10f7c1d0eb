package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Journey;
import io.siyu.campaign.Trigger;
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

class AbsencesOnTheClockTest extends JourneyTest {

    /** Whoever does not do this within two hours after that gets a message. */
    private void without(String event, String after) {
        shop.rules
                .when(after, fact -> true, new Proposal("campaign thanks after", Action.ENROL, ID, ID, "after", 0))
                .when("step.due", fact -> WrittenRules.isStep(fact, ID, ""), WrittenRules.enrol(ID))
                .step(ID, "now");
        shop.campaign(campaign(
                new Trigger.OnAbsence(event, after, Duration.ofHours(2), List.of()), Journey.PLAIN, Shop.send("now")));
    }

    private Event paid(String order, String at) {
        return shop.event("order.paid", "paid-" + order)
                .with("orderId", "o-" + order)
                .with("total", 1L)
                .with("currency", "CNY")
                .about(Subject.parse("m1"), Shop.at(at));
    }

    private Event cart(String id, String at) {
        return shop.event("cart.added", id).about(Subject.parse("m1"), Shop.at(at));
    }

    @Test
    void every_order_has_a_time_of_its_own() {
        without("order.paid", "order.placed");

        assertThat(lines(shop.play(
                        shop.order("1", "m1", "2026-11-01T09:00"),
                        shop.order("2", "m1", "2026-11-01T09:30"),
                        paid("1", "2026-11-01T10:00"))))
                .containsExactly("11-01 11:30:00 m1 send thanks/now send");
    }

    @Test
    void at_the_very_end_it_is_too_late() {
        without("order.paid", "order.placed");

        assertThat(lines(shop.play(shop.order("1", "m1", "2026-11-01T09:00"), paid("1", "2026-11-01T11:00"))))
                .containsExactly("11-01 11:00:00 m1 send thanks/now send");
        assertThat(shop.play(shop.order("2", "m1", "2026-11-01T09:00"), paid("2", "2026-11-01T10:59:59")))
                .isEmpty();
    }

    @Test
    void the_last_of_several_begins_the_time() {
        without("order.placed", "cart.added");

        assertThat(lines(shop.play(cart("a", "2026-11-01T09:00"), cart("b", "2026-11-01T10:59"))))
                .containsExactly("11-01 12:59:00 m1 send thanks/now send");
    }

    @Test
    void what_is_told_late_counts_from_when_it_happened() {
        without("order.placed", "cart.added");
        Event newer = cart("b", "2026-11-01T10:00");
        Event older = cart("a", "2026-11-01T09:00");

        assertThat(lines(told(newer, "2026-11-01T10:00", older, "2026-11-01T10:30")))
                .containsExactly("11-01 12:00:00 m1 send thanks/now send");
    }

    @Test
    void a_cart_told_after_the_order_it_led_to_begins_nothing() {
        without("order.placed", "cart.added");
        Event order = shop.order("1", "m1", "2026-11-01T10:00");
        Event cart = cart("a", "2026-11-01T09:00");

        assertThat(told(order, "2026-11-01T10:00", cart, "2026-11-01T10:30")).isEmpty();
    }

    @Test
    void an_order_told_after_its_payment_is_paid() {
        without("order.paid", "order.placed");
        Event order = shop.order("1", "m1", "2026-11-01T09:00");

        assertThat(told(paid("1", "2026-11-01T09:01"), "2026-11-01T09:01", order, "2026-11-01T09:30"))
                .isEmpty();
        assertThat(lines(told(paid("2", "2026-11-01T09:01"), "2026-11-01T09:01", order, "2026-11-01T09:30")))
                .as("the payment of another order")
                .containsExactly("11-01 11:00:00 m1 send thanks/now send");
    }

    @Test
    void what_was_paid_in_history_is_paid() {
        without("order.paid", "order.placed");
        Event told = paid("1", "2026-11-01T08:00");
        Event history =
                new Event(told.id(), told.source(), told.type(), told.subject(), told.time(), told.data(), true);

        assertThat(told(history, "2026-11-01T09:30", shop.order("1", "m1", "2026-11-01T10:00"), "2026-11-01T10:00"))
                .isEmpty();
    }

    @Test
    void an_order_from_before_the_cart_does_not_end_its_time() {
        without("order.placed", "cart.added");
        Event cart = cart("a", "2026-11-01T10:00");

        assertThat(lines(told(
                        cart, "2026-11-01T10:00", shop.order("1", "m1", "2026-11-01T09:59:59"), "2026-11-01T10:30")))
                .containsExactly("11-01 12:00:00 m1 send thanks/now send");
        assertThat(told(cart, "2026-11-01T10:00", shop.order("1", "m1", "2026-11-01T10:00"), "2026-11-01T10:30"))
                .as("the very same second")
                .isEmpty();
    }

    @Test
    void another_order_ends_the_wait_for_another_order() {
        without("order.placed", "order.placed");

        assertThat(lines(shop.play(
                        shop.order("1", "m1", "2026-11-01T09:00"), shop.order("2", "m1", "2026-11-01T10:00"))))
                .containsExactly("11-01 12:00:00 m1 send thanks/now send");
    }

    @Test
    void history_begins_no_time() {
        without("order.placed", "cart.added");
        Event told = cart("a", "2026-11-01T09:00");

        assertThat(shop.play(new Event(
                        told.id(), told.source(), told.type(), told.subject(), told.time(), told.data(), true)))
                .isEmpty();
    }

    @Test
    void the_same_event_may_be_what_is_missed() {
        without("order.placed", "order.placed");

        assertThat(lines(shop.play(
                        shop.order("1", "m1", "2026-11-01T09:00"), shop.order("1b", "m2", "2026-11-01T09:30"))))
                .containsExactly("11-01 11:00:00 m1 send thanks/now send", "11-01 11:30:00 m2 send thanks/now send");
    }

    private List<Decision> told(Event first, String at, Event second, String then) {
        List<Decision> decisions = new ArrayList<>();
        var edition = shop.edition("e1");
        shop.play(hash -> edition, decisions, replay -> {
            replay.event(Shop.at(at), first);
            replay.event(Shop.at(then), second);
            replay.drain(null);
        });
        return decisions;
    }
}
