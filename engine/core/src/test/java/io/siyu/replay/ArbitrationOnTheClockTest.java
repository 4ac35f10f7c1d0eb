package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Conduct;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArbitrationOnTheClockTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Cap ONE_A_DAY = new Cap(Duration.ofDays(1), 1, Purpose.MARKETING, null);

    private final Shop shop = new Shop();

    ArbitrationOnTheClockTest() {
        after("order.placed", "orders", 10, Purpose.MARKETING);
        after("page.viewed", "pages", 30, Purpose.MARKETING);
        after("store.visited", "visits", 20, Purpose.MARKETING);
        after("order.paid", "paid", 90, Purpose.SERVICE);
        waiting(WINDOW);
    }

    private void waiting(@Nullable Duration window) {
        shop.conduct(new Conduct(Map.of(), List.of(), window));
    }

    private void after(String event, String campaign, int priority, Purpose purpose) {
        shop.rules.when(event, fact -> true, WrittenRules.enrol(campaign)).step(campaign, "tell");
        rank(event, campaign, priority, purpose);
    }

    private void rank(String event, String campaign, int priority, Purpose purpose) {
        shop.campaign(campaign, purpose, Shop.on(event), Shop.send("tell"));
        Campaign c = shop.edition("e1").campaigns().get(campaign);
        shop.campaign(new Campaign(
                c.id(), c.file(), c.name(), purpose, priority, c.trigger(), c.steps(), c.exits(), null, c.caps(), 0));
    }

    private Event viewed(String id, String member, String time) {
        return shop.event("page.viewed", id).about(Subject.parse(member), Shop.at(time));
    }

    private Event visited(String id, String member, String time) {
        return shop.event("store.visited", id).about(Subject.parse(member), Shop.at(time));
    }

    private List<Decision> sends(Event... events) {
        return sends(List.of(events));
    }

    private List<Decision> sends(List<Event> events) {
        return shop.play(events).stream()
                .filter(decision -> decision.intent().action().equals("send"))
                .toList();
    }

    private static List<String> ends(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.ruling().isFinal())
                .map(decision -> decision.intent().target() + " "
                        + decision.ruling().verdict().word()
                        + (decision.ruling().reason().isEmpty()
                                ? ""
                                : " " + decision.ruling().reason())
                        + (decision.ruling().by().isEmpty()
                                ? ""
                                : " by " + decision.ruling().by()))
                .toList();
    }

    @Test
    void of_those_that_wait_together_the_most_important_goes_and_the_others_name_it() {
        shop.cap(ONE_A_DAY);
        List<Decision> decisions = sends(
                shop.consents("m1", "2026-11-01T08:00"),
                shop.order("1", "m1", "2026-11-01T09:00"),
                visited("2", "m1", "2026-11-01T09:04"),
                viewed("3", "m1", "2026-11-01T09:08"));

        assertThat(decisions.subList(0, 3))
                .allMatch(decision -> decision.ruling().reason().equals("arbitration"))
                .extracting(decision -> decision.ruling().until())
                .containsOnly(decisions.get(0).ruling().until());
        Instant end = decisions.get(0).ruling().until();
        assertThat(end).isBetween(Shop.at("2026-11-01T09:09"), Shop.at("2026-11-01T09:10"));
        assertThat(decisions.subList(3, 6)).extracting(Decision::at).containsOnly(end);
        assertThat(ends(decisions))
                .containsExactly(
                        "pages/tell send",
                        "visits/tell drop cap.purpose by pages/tell",
                        "orders/tell drop cap.purpose by pages/tell");
    }

    @Test
    void with_room_for_two_the_two_most_important_go() {
        shop.cap(new Cap(Duration.ofDays(1), 2, null, null));
        assertThat(ends(sends(
                        shop.consents("m1", "2026-11-01T08:00"),
                        shop.order("1", "m1", "2026-11-01T09:00"),
                        visited("2", "m1", "2026-11-01T09:04"),
                        viewed("3", "m1", "2026-11-01T09:08"))))
                .containsExactly("pages/tell send", "visits/tell send", "orders/tell drop cap.global by pages/tell");
    }

    @Test
    void who_loses_to_what_went_before_names_nobody() {
        shop.cap(ONE_A_DAY);
        assertThat(ends(sends(
                        shop.consents("m1", "2026-11-01T08:00"),
                        shop.order("1", "m1", "2026-11-01T09:00"),
                        viewed("2", "m1", "2026-11-01T12:00"))))
                .containsExactly("orders/tell send", "pages/tell drop cap.purpose");
    }

    @Test
    void service_and_what_no_cap_counts_do_not_wait() {
        shop.cap(new Cap(Duration.ofDays(1), 1, Purpose.SERVICE, null));
        Event paid = shop.event("order.paid", "p")
                .with("orderId", "o-1")
                .with("total", 1L)
                .with("currency", "CNY")
                .about(Subject.parse("m1"), Shop.at("2026-11-01T09:01"));
        assertThat(sends(shop.consents("m1", "2026-11-01T08:00"), shop.order("1", "m1", "2026-11-01T09:00"), paid))
                .extracting(Shop::line)
                .containsExactly("11-01 09:00:00 m1 send orders/tell send", "11-01 09:01:00 m1 send paid/tell send");
    }

    @Test
    void caps_that_count_different_messages_have_waits_of_their_own() {
        shop.cap(new Cap(Duration.ofDays(1), 1, Purpose.MARKETING, "template"));
        assertThat(sends(shop.consents("m1", "2026-11-01T08:00"), shop.order("1", "m1", "2026-11-01T09:00")))
                .extracting(Shop::line)
                .containsExactly("11-01 09:00:00 m1 send orders/tell send");
    }

    @Test
    void without_a_window_nothing_waits() {
        shop.cap(ONE_A_DAY);
        waiting(null);
        assertThat(ends(sends(
                        shop.consents("m1", "2026-11-01T08:00"),
                        shop.order("1", "m1", "2026-11-01T09:00"),
                        viewed("3", "m1", "2026-11-01T09:08"))))
                .containsExactly("orders/tell send", "pages/tell drop cap.purpose");
    }

    @Test
    void equals_are_ranked_by_hash_and_always_the_same_way() {
        shop.cap(ONE_A_DAY);
        rank("page.viewed", "pages", 20, Purpose.MARKETING);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.add(shop.consents("m" + i, "2026-11-01T08:00"));
        }
        for (int i = 0; i < 200; i++) {
            events.add(visited("v" + i, "m" + i, "2026-11-01T09:00"));
            events.add(viewed("w" + i, "m" + i, "2026-11-01T09:00"));
        }
        List<String> ends = ends(sends(events));
        assertThat(ends.stream().filter("pages/tell send"::equals).count()).isBetween(60L, 140L);
        assertThat(ends.stream().filter(end -> end.endsWith(" send")).count()).isEqualTo(200);
    }

    @Test
    void what_was_held_by_night_waits_for_the_others_of_the_morning() {
        shop.cap(ONE_A_DAY)
                .quiet(new QuietHours(
                        LocalTime.of(22, 0), LocalTime.of(8, 0), Duration.ofSeconds(1), EnumSet.of(Purpose.MARKETING)));
        assertThat(ends(sends(
                        shop.consents("m1", "2026-11-01T08:00"),
                        shop.order("1", "m1", "2026-11-01T23:00"),
                        viewed("2", "m1", "2026-11-02T01:00"))))
                .containsExactly("pages/tell send", "orders/tell drop cap.purpose by pages/tell");
    }

    @Test
    void whoever_waited_for_others_and_then_for_a_unit_does_not_wait_for_others_again() {
        shop.cap(ONE_A_DAY).daily(5);
        List<Decision> decisions =
                sends(shop.consents("m1", "2026-11-01T08:00"), shop.order("1", "m1", "2026-11-01T09:00"));
        assertThat(decisions)
                .extracting(decision -> decision.ruling().reason())
                .containsExactly("arbitration", "quota.asked", "");
    }

    @Test
    void any_number_of_workers_decides_the_same() {
        shop.cap(ONE_A_DAY).partitions(32);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(shop.consents("m" + i, "2026-11-01T08:00"));
        }
        for (int i = 0; i < 1_000; i++) {
            String member = "m" + (i * 7 % 40);
            String time = "2026-11-01T" + (10 + i / 500) + ":" + (10 + i % 500 / 10);
            events.add(
                    switch (i % 3) {
                        case 0 -> shop.order("o" + i, member, time);
                        case 1 -> viewed("v" + i, member, time);
                        default -> visited("s" + i, member, time);
                    });
        }
        events.sort((a, b) -> a.time().compareTo(b.time()));
        List<Decision> one = shop.workers(1).play(events);
        assertThat(one).anyMatch(decision -> !decision.ruling().by().isEmpty());
        assertThat(shop.workers(2).play(events)).isEqualTo(one);
        assertThat(shop.workers(8).play(events)).isEqualTo(one);
    }
}
