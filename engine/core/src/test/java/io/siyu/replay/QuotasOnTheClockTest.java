package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.rule.WrittenRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotasOnTheClockTest {
    private final Shop shop = thanks();

    private static Shop thanks() {
        Shop shop = new Shop();
        shop.rules
                .when("order.placed", fact -> true, WrittenRules.enrol("thanks"))
                .step("thanks", "now");
        return shop.campaign("thanks", Purpose.SERVICE, Shop.on("order.placed"), Shop.send("now"));
    }

    private static List<String> sends(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.intent().action().equals(Action.SEND.word()))
                .map(Shop::line)
                .toList();
    }

    private static long count(List<Decision> decisions, String end) {
        return sends(decisions).stream().filter(line -> line.endsWith(end)).count();
    }

    private List<Event> orders(String prefix, int count, String time) {
        return IntStream.range(0, count)
                .mapToObj(i -> shop.order(prefix + i, prefix + i, time))
                .toList();
    }

    /** Members of one partition of two. */
    private List<Event> ordersIn(int partition, String prefix, int count, String time) {
        return IntStream.range(0, 10 * count)
                .mapToObj(i -> prefix + i)
                .filter(member -> Subject.member(member).partitionOf(2) == partition)
                .limit(count)
                .map(member -> shop.order(member, member, time))
                .toList();
    }

    @Test
    void the_first_message_waits_for_the_quota_to_lend() {
        List<Decision> decisions = shop.daily(3).play(shop.order("1", "m1", "2026-11-01T21:00"));

        assertThat(sends(decisions))
                .containsExactly(
                        "11-01 21:00:00 m1 send thanks/now hold quota.asked", "11-01 21:02:00 m1 send thanks/now send");
        assertThat(decisions.get(1).ruling().until()).isEqualTo(Shop.at("2026-11-02T00:00"));
        assertThat(decisions.get(1).ruling().ref()).isEqualTo("phone 3 per day");
    }

    @Test
    void what_is_beyond_the_limit_of_a_day_is_dropped_and_the_next_day_is_free() {
        List<Event> events = new ArrayList<>(orders("a", 10, "2026-11-01T21:00"));
        events.addAll(orders("b", 2, "2026-11-02T09:00"));
        List<Decision> decisions = shop.daily(3).play(events);

        assertThat(count(decisions, "send")).isEqualTo(5);
        assertThat(count(decisions, "drop quota.refused")).isEqualTo(7);
    }

    @Test
    void a_limit_of_none_lets_nothing_out() {
        assertThat(count(shop.daily(0).play(orders("a", 4, "2026-11-01T21:00")), "drop quota.refused"))
                .isEqualTo(4);
    }

    @Test
    void more_than_a_list_holds_may_wait() {
        List<Decision> decisions = shop.partitions(1).daily(400).play(orders("a", 700, "2026-11-01T21:00"));

        assertThat(count(decisions, "send")).isEqualTo(400);
        assertThat(count(decisions, "drop quota.refused")).isEqualTo(300);
    }

    @Test
    void what_lies_unspent_in_one_partition_is_called_back_for_another() {
        List<Event> events = new ArrayList<>(ordersIn(0, "a", 1, "2026-11-01T21:00"));
        events.addAll(ordersIn(1, "b", 70, "2026-11-01T21:10"));
        List<Decision> decisions = shop.partitions(2).daily(64).play(events);

        assertThat(count(decisions, "send")).isEqualTo(64);
        assertThat(count(decisions, "drop quota.refused")).isEqualTo(7);
    }

    @Test
    void a_hold_from_before_midnight_goes_out_of_the_new_day() {
        List<Event> events = new ArrayList<>(orders("a", 1, "2026-11-01T23:59:30"));
        events.addAll(orders("b", 3, "2026-11-02T09:00"));
        List<String> sends = sends(shop.daily(3).play(events));

        assertThat(sends)
                .startsWith(
                        "11-01 23:59:30 a0 send thanks/now hold quota.asked",
                        "11-02 00:00:00 a0 send thanks/now hold quota.asked",
                        "11-02 00:02:00 a0 send thanks/now send");
        assertThat(sends)
                .filteredOn(line -> line.endsWith("drop quota.refused"))
                .hasSize(1);
    }

    /** How many of three orders at each instant are thanked for by a shop that may send two messages a day. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-28T23:00:00Z 2; 2026-03-29T21:30:00Z 0; 2026-03-29T22:00:00Z 2",
        "Europe/Berlin, 2026-10-24T22:00:00Z 2; 2026-10-25T22:30:00Z 0; 2026-10-25T23:00:00Z 2",
        // why: here the clock changes at midnight, so that one day begins at one o'clock and another has two first
        // hours.
        "America/Havana, 2026-03-08T04:30:00Z 2; 2026-03-08T05:00:00Z 2; 2026-03-09T03:30:00Z 0; 2026-03-09T04:00:00Z 2",
        "America/Havana, 2026-11-01T04:30:00Z 2; 2026-11-01T05:30:00Z 0; 2026-11-02T04:30:00Z 0; 2026-11-02T05:00:00Z 2",
    })
    void a_day_whose_clock_changes_is_one_day_and_ends_at_its_own_midnight(String zone, String course) {
        List<Event> events = new ArrayList<>();
        List<String> expected = List.of(course.split("; "));
        for (String part : expected) {
            String instant = part.substring(0, part.indexOf(' '));
            IntStream.range(0, 3)
                    .mapToObj(i -> instant + i)
                    .forEach(id -> events.add(shop.order(id, "m" + id, Instant.parse(instant))));
        }
        List<Decision> decisions =
                shop.zone(ZoneId.of(zone)).partitions(1).daily(2).play(events);

        assertThat(expected.stream()
                        .map(part -> part.substring(0, part.indexOf(' ') + 1)
                                + sent(decisions, "m" + part.substring(0, part.indexOf(' ')))))
                .isEqualTo(expected);
        assertThat(count(decisions, "send") + count(decisions, "drop quota.refused"))
                .isEqualTo(events.size());
    }

    @Test
    void a_message_that_failed_gives_its_unit_back_once_and_within_its_day() {
        List<Decision> decisions = new ArrayList<>();
        shop.daily(1).play(hash -> shop.edition("e1"), decisions, replay -> {
            play(replay, orders("a", 1, "2026-11-01T21:00"));
            play(replay, orders("b", 1, "2026-11-01T21:10"));
            Event failed = receipt("message.failed", decisions, "a0", "2026-11-01T21:20");
            replay.event(failed.time(), failed);
            Event again = receipt("message.cancelled", decisions, "a0", "2026-11-01T21:21");
            replay.event(again.time(), again);
            play(replay, orders("c", 1, "2026-11-01T21:30"));
            play(replay, orders("d", 1, "2026-11-01T21:40"));
            play(replay, orders("e", 1, "2026-11-02T09:00"));
            Event late = receipt("message.failed", decisions, "c0", "2026-11-02T09:10");
            replay.event(late.time(), late);
            play(replay, orders("f", 1, "2026-11-02T09:20"));
            replay.drain(null);
        });

        assertThat(sends(decisions))
                .filteredOn(line -> !line.contains("hold"))
                .extracting(line -> line.substring(15))
                .containsExactly(
                        "a0 send thanks/now send",
                        "b0 send thanks/now drop quota.refused",
                        "c0 send thanks/now send",
                        "d0 send thanks/now drop quota.refused",
                        "e0 send thanks/now send",
                        "f0 send thanks/now drop quota.refused");
    }

    private Event receipt(String type, List<Decision> decisions, String member, String time) {
        String message = decisions.stream()
                .filter(d -> d.sends() && d.subject().written().equals(member))
                .findFirst()
                .orElseThrow()
                .message();
        return shop.event(type, type + time).with("message", message).about(Subject.parse(member), Shop.at(time));
    }

    @Test
    void a_limit_raised_removed_and_lowered_by_publishing_holds_from_then_on() {
        Map<String, Edition> editions = Map.of(
                "e1", shop.daily(2).edition("e1"),
                "e2", shop.daily(4).edition("e2"),
                "e3", shop.daily(-1).edition("e3"),
                "e4", shop.daily(3).edition("e4"));
        List<Decision> decisions = new ArrayList<>();
        shop.play(editions::get, decisions, replay -> {
            play(replay, orders("a", 5, "2026-11-01T10:00"));
            activate(replay, "e2", 2, "2026-11-01T11:00");
            play(replay, orders("b", 5, "2026-11-01T11:10"));
            play(replay, orders("w", 1, "2026-11-01T11:59:50"));
            activate(replay, "e3", 3, "2026-11-01T12:00");
            play(replay, orders("c", 5, "2026-11-01T12:10"));
            activate(replay, "e4", 4, "2026-11-01T13:00");
            play(replay, orders("d", 5, "2026-11-01T13:10"));
            replay.drain(null);
        });

        assertThat(sent(decisions, "a")).isEqualTo(2);
        assertThat(sent(decisions, "b")).isEqualTo(2);
        assertThat(sent(decisions, "w")).as("waited when the limit went").isEqualTo(1);
        assertThat(sent(decisions, "c")).isEqualTo(5);
        assertThat(sent(decisions, "d")).isZero();
        assertThat(count(decisions, "drop quota.refused")).isEqualTo(3 + 3 + 5);
    }

    private static long sent(List<Decision> decisions, String prefix) {
        return decisions.stream()
                .filter(d -> d.sends() && d.subject().id().startsWith(prefix))
                .count();
    }

    private static void play(Replay replay, List<Event> events) {
        events.forEach(event -> replay.event(event.time(), event));
    }

    private void activate(Replay replay, String edition, long revision, String time) {
        Event event = shop.event("edition.activated", "activate-" + edition)
                .with("edition", edition)
                .with("revision", revision)
                .about(Subject.RETAILER, Shop.at(time));
        replay.event(event.time(), event);
    }
}
