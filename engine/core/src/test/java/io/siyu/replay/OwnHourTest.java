package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Hour;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages wait for an hour of the member's, once, and never in vain. */
class OwnHourTest {
    private static final Hour BEST = new Hour(null);
    private static final Hour TEN = new Hour(LocalTime.of(10, 0));

    private final Shop shop = new Shop();
    private int events;

    private Shop thanks(Hour hour) {
        shop.rules
                .when("order.placed", fact -> true, WrittenRules.enrol("thanks"))
                .step("thanks", "now");
        return shop.hour(hour).campaign("thanks", Purpose.SERVICE, Shop.on("order.placed"), Shop.send("now"));
    }

    private Event looks(String member, String time) {
        return shop.event("page.viewed", "look" + ++events)
                .with("page", "/")
                .about(Subject.parse(member), Shop.at(time));
    }

    private Event lives(String member, String zone) {
        return shop.event("member.updated", "zone" + ++events)
                .with("zone", zone)
                .about(Subject.parse(member), Shop.at("2026-10-01T00:00"));
    }

    /** What became of messages, to the minute. */
    private List<String> told(Event... events) {
        List<String> told = new ArrayList<>();
        shop.play(events).stream()
                .filter(decision -> decision.intent().action().equals("send"))
                .map(Shop::line)
                .forEach(told::add);
        return told;
    }

    private static void goesWithin(String line, String minutes, String what) {
        assertThat(line).matches(minutes + ":[0-9]{2} " + what);
    }

    @Test
    void a_message_waits_for_the_hour_the_member_is_about_most() {
        thanks(BEST);
        List<String> told = told(
                looks("m1", "2026-11-01T20:05"),
                looks("m1", "2026-11-02T20:59:59"),
                looks("m1", "2026-11-03T12:00"),
                shop.order("1", "m1", "2026-11-04T10:30"));
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isEqualTo("11-04 10:30:00 m1 send thanks/now hold own.hour");
        goesWithin(told.get(1), "11-04 20:(0[0-9]|1[0-4])", "m1 send thanks/now send");
    }

    @Test
    void nobody_waits_in_the_hour_itself_or_before_a_habit_is_known() {
        thanks(BEST);
        assertThat(told(
                        looks("m1", "2026-11-01T20:05"),
                        looks("m2", "2026-11-01T20:05"),
                        looks("m1", "2026-11-02T20:05"),
                        looks("m2", "2026-11-02T20:05"),
                        looks("m1", "2026-11-03T20:05"),
                        shop.order("2", "m2", "2026-11-04T10:00"),
                        shop.order("1", "m1", "2026-11-04T20:59:59")))
                .containsExactly("11-04 10:00:00 m2 send thanks/now send", "11-04 20:59:59 m1 send thanks/now send");
    }

    @Test
    void orders_count_as_deeds_and_of_equal_hours_the_first_is_taken() {
        thanks(BEST);
        List<String> told = told(
                looks("m1", "2026-11-01T21:00"),
                looks("m1", "2026-11-02T21:00"),
                shop.order("1", "m1", "2026-11-02T21:10"),
                looks("m1", "2026-11-03T13:00"),
                looks("m1", "2026-11-04T13:00"),
                looks("m1", "2026-11-05T13:00"),
                shop.order("2", "m1", "2026-11-06T08:00"));
        assertThat(told.get(0)).isEqualTo("11-02 21:10:00 m1 send thanks/now send");
        goesWithin(told.get(2), "11-06 13:(0[0-9]|1[0-4])", "m1 send thanks/now send");
    }

    @Test
    void an_hour_in_which_nothing_may_go_is_nobody_s_best() {
        thanks(BEST)
                .quiet(new QuietHours(
                        LocalTime.of(22, 0), LocalTime.of(8, 0), Duration.ofSeconds(1), EnumSet.of(Purpose.SERVICE)));
        List<String> told = told(
                looks("m1", "2026-11-01T23:00"),
                looks("m1", "2026-11-02T23:00"),
                looks("m1", "2026-11-03T19:00"),
                shop.order("1", "m1", "2026-11-04T10:00"));
        goesWithin(told.get(1), "11-04 19:(0[0-9]|1[0-4])", "m1 send thanks/now send");
    }

    @Test
    void hours_are_those_of_where_the_member_lives() {
        thanks(BEST);
        List<String> told = told(
                lives("m1", "Asia/Urumqi"),
                looks("m1", "2026-11-01T20:05"),
                looks("m1", "2026-11-02T20:05"),
                looks("m1", "2026-11-03T20:05"),
                shop.order("1", "m1", "2026-11-04T10:30"));
        goesWithin(told.get(1), "11-04 20:(0[0-9]|1[0-4])", "m1 send thanks/now send");
        shop.hour(TEN).campaign("thanks", Purpose.SERVICE, Shop.on("order.placed"), Shop.send("now"));
        told = told(lives("m1", "Asia/Urumqi"), shop.order("1", "m1", "2026-11-04T10:30"));
        assertThat(told.get(0)).isEqualTo("11-04 10:30:00 m1 send thanks/now hold own.hour");
        goesWithin(told.get(1), "11-04 12:(0[0-9]|1[0-4])", "m1 send thanks/now send");
    }

    @Test
    void a_time_that_is_told_is_waited_for_until_tomorrow_but_not_in_its_first_minutes() {
        thanks(TEN);
        assertThat(told(shop.order("1", "m1", "2026-11-04T10:00"), shop.order("2", "m2", "2026-11-04T10:15")))
                .containsExactly("11-04 10:00:00 m1 send thanks/now send", "11-04 10:15:00 m2 send thanks/now send");
        List<String> told = told(shop.order("3", "m3", "2026-11-04T10:15:01"));
        assertThat(told.get(0)).isEqualTo("11-04 10:15:01 m3 send thanks/now hold own.hour");
        goesWithin(told.get(1), "11-05 10:(0[0-9]|1[0-4])", "m3 send thanks/now send");
    }

    @Test
    void a_planned_step_whose_window_closes_before_the_hour_goes_when_it_is_due() {
        shop.rules.step("news", "now").step("news", "later");
        shop.hour(new Hour(LocalTime.of(14, 0)))
                .campaign(
                        "news",
                        Purpose.SERVICE,
                        Shop.cadence("2026-11-04", 1),
                        Shop.send("now", 1, "10:00", Duration.ofHours(4)),
                        Shop.send("later", 1, "10:00", Duration.ofHours(5)));
        List<String> told = told(looks("m1", "2026-11-03T09:00"));
        assertThat(told).hasSize(3).contains("11-04 10:00:00 m1 send news/now send");
        assertThat(told).contains("11-04 10:00:00 m1 send news/later hold own.hour");
        goesWithin(told.get(2), "11-04 14:(0[0-9]|1[0-4])", "m1 send news/later send");
    }
}
