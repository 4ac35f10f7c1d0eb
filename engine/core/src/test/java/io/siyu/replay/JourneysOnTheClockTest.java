package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Journey;
import io.siyu.campaign.Step;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneysOnTheClockTest extends JourneyTest {
    private Instant sentAfterWaitingUntil(String time, Instant order) {
        shop.zone(NEW_YORK);
        onOrders("now");
        shop.campaign(campaign(
                Shop.on("order.placed"), Journey.PLAIN, new Step.Until(LocalTime.parse(time)), Shop.send("now")));
        return sent(shop.play(shop.order("1", "m1", order))).get(0);
    }

    @Test
    void a_time_of_day_that_the_clocks_skip_is_the_first_moment_behind_it() {
        assertThat(sentAfterWaitingUntil("02:30", Instant.parse("2026-03-07T17:00:00Z")))
                .isEqualTo("2026-03-08T07:00:00Z");
    }

    @Test
    void of_a_time_of_day_that_comes_twice_the_first_counts() {
        assertThat(sentAfterWaitingUntil("01:30", Instant.parse("2026-10-31T16:00:00Z")))
                .isEqualTo("2026-11-01T05:30:00Z");
    }

    @Test
    void between_the_two_it_is_the_next_day() {
        assertThat(sentAfterWaitingUntil("01:30", Instant.parse("2026-11-01T05:45:00Z")))
                .isEqualTo("2026-11-02T06:30:00Z");
    }

    @Test
    void whoever_comes_at_the_very_time_does_not_wait() {
        assertThat(sentAfterWaitingUntil("10:00", Instant.parse("2026-06-01T14:00:00Z")))
                .isEqualTo("2026-06-01T14:00:00Z");
    }

    @Test
    void a_day_has_the_hours_of_where_the_member_lives() {
        onOrders("now");
        shop.campaign(campaign(
                Shop.on("order.placed"), Journey.PLAIN, new Step.Until(LocalTime.of(10, 0)), Shop.send("now")));
        Event here = shop.event("member.joined", "j1")
                .with("zone", "America/New_York")
                .about(Subject.parse("m1"), Shop.at("2026-06-01T08:00"));
        Event nowhere = shop.event("member.joined", "j2")
                .with("zone", "Atlantis/Poseidonis")
                .about(Subject.parse("m2"), Shop.at("2026-06-01T08:00"));

        List<Decision> decisions = shop.play(
                here, nowhere, shop.order("1", "m1", "2026-06-01T12:00"), shop.order("2", "m2", "2026-06-01T12:00"));

        assertThat(lines(decisions))
                .containsExactly("06-01 22:00:00 m1 send thanks/now send", "06-02 10:00:00 m2 send thanks/now send");
    }

    private void onBirthdays(Duration before) {
        shop.rules
                .when("step.due", fact -> WrittenRules.isStep(fact, ID, ""), WrittenRules.enrol(ID))
                .step(ID, "wishes");
        shop.campaign(
                campaign(new Trigger.OnDate("member.birthday", before, List.of()), Journey.PLAIN, Shop.send("wishes")));
    }

    private Event born(String day, String at) {
        return shop.event("member.joined", "joined-" + at)
                .with("birthday", day)
                .about(Subject.parse("m1"), Shop.at(at));
    }

    @Test
    void born_on_a_leap_day_is_wished_on_the_28th_of_common_years() {
        onBirthdays(Duration.ZERO);

        assertThat(lines(shop.play(
                        born("02-29", "2026-12-01T09:00"),
                        shop.order("1", "m2", "2027-12-01T09:00"),
                        shop.order("2", "m2", "2028-12-01T09:00"))))
                .containsExactly(
                        "02-28 00:00:00 m1 send thanks/wishes send",
                        "02-29 00:00:00 m1 send thanks/wishes send",
                        "02-28 00:00:00 m1 send thanks/wishes send");
    }

    @Test
    void a_birthday_is_wished_once_a_year_whatever_is_told_of_it_again() {
        onBirthdays(Duration.ofDays(3));

        assertThat(lines(shop.play(born("12-05", "2026-12-01T09:00"), born("12-05", "2026-12-04T09:00"))))
                .containsExactly("12-02 00:00:00 m1 send thanks/wishes send");
        assertThat(lines(shop.play(born("12-05", "2026-12-01T09:00"), born("12-06", "2026-12-04T09:00"))))
                .containsExactly("12-02 00:00:00 m1 send thanks/wishes send");
    }

    @Test
    void history_wishes_nobody_whose_day_is_today() {
        onBirthdays(Duration.ofDays(3));
        Event told = born("12-05", "2026-12-04T09:00");
        Event history =
                new Event(told.id(), told.source(), told.type(), told.subject(), told.time(), told.data(), true);

        assertThat(shop.play(history)).isEmpty();
    }

    @Test
    void a_window_that_ends_the_next_morning_is_open_at_night() {
        onOrders("now");
        shop.campaign(
                campaign(Shop.on("order.placed"), within("2026-11-01T22:00", "2026-11-02T06:00"), Shop.send("now")));

        assertThat(lines(shop.play(
                        shop.order("1", "m1", "2026-11-01T21:59:59"),
                        shop.order("2", "m1", "2026-11-01T22:00"),
                        shop.order("3", "m1", "2026-11-02T05:59:59"),
                        shop.order("4", "m1", "2026-11-02T06:00"))))
                .containsExactly(
                        "11-01 21:59:59 m1 enrol thanks drop campaign.window",
                        "11-01 22:00:00 m1 send thanks/now send",
                        "11-02 05:59:59 m1 send thanks/now send",
                        "11-02 06:00:00 m1 enrol thanks drop campaign.window");
    }

    @Test
    void a_wait_longer_than_the_window_ends_the_enrolment() {
        onOrders("now", "care");
        shop.campaign(campaign(
                Shop.on("order.placed"),
                within("2026-11-01T00:00", "2026-11-03T00:00"),
                Shop.send("now"),
                new Step.Wait(Duration.ofDays(3)),
                Shop.send("care")));

        List<Decision> decisions =
                shop.play(shop.order("1", "m1", "2026-11-01T09:00"), shop.order("1b", "m2", "2026-11-10T09:00"));

        assertThat(lines(decisions))
                .containsExactly(
                        "11-01 09:00:00 m1 send thanks/now send",
                        "11-04 09:00:00 m1 enrol thanks drop campaign.window",
                        "11-10 09:00:00 m2 enrol thanks drop campaign.window");
        assertThat(decisions.get(2).intent().step()).isEqualTo("care");
    }
}
