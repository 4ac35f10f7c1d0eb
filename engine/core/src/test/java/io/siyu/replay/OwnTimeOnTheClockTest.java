package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Hour;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Recurrence;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.MemberProfile;
import io.siyu.partition.LoadedEditions;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.rule.Proposal;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planned steps by each member's own clock. The house is in Shanghai, and so are the times of lines. */
class OwnTimeOnTheClockTest {
    private static final Duration WINDOW = Duration.ofHours(4);

    private final Shop shop = new Shop();

    OwnTimeOnTheClockTest() {
        shop.rules.step("sale", "open");
    }

    private static Trigger cadence(String start) {
        return new Trigger.OnCadence(LocalDate.parse(start), 3, List.of(), LocalClock.MEMBER);
    }

    private static Trigger schedule(Recurrence recurrence, Duration window) {
        return new Trigger.OnSchedule(recurrence, window, List.of(), LocalClock.MEMBER);
    }

    private Shop sale(String start, String at, Duration window) {
        return shop.campaign("sale", Purpose.SERVICE, cadence(start), Shop.send("open", 1, at, window));
    }

    private Event lives(String member, String zone, String from) {
        return shop.event("member.updated", "updated-" + member + from)
                .with("zone", zone)
                .about(Subject.parse(member), Shop.at(from));
    }

    private Event known(String member, String from) {
        return shop.event("member.updated", "updated-" + member + from)
                .with("city", "Suzhou")
                .about(Subject.parse(member), Shop.at(from));
    }

    private List<String> told(Event... events) {
        return shop.play(events).stream().map(Shop::line).toList();
    }

    @Test
    void each_member_gets_the_step_when_clocks_show_its_time_where_she_lives() {
        sale("2026-11-03", "10:00", WINDOW);
        assertThat(told(
                        lives("m1", "Asia/Shanghai", "2026-11-01T09:00"),
                        lives("m2", "Asia/Urumqi", "2026-11-01T09:00"),
                        lives("m3", "America/New_York", "2026-11-01T09:00"),
                        lives("m4", "Nowhere/Land", "2026-11-01T09:00"),
                        known("m5", "2026-11-01T09:00"),
                        lives("m6", "Pacific/Kiritimati", "2026-11-01T09:00"),
                        lives("m7", "Etc/GMT+12", "2026-11-01T09:00")))
                .containsExactlyInAnyOrder(
                        "11-03 04:00:00 m6 send sale/open send",
                        "11-03 04:00:00 m1 send sale/open hold member.clock",
                        "11-03 04:00:00 m2 send sale/open hold member.clock",
                        "11-03 04:00:00 m3 send sale/open hold member.clock",
                        "11-03 04:00:00 m4 send sale/open hold member.clock",
                        "11-03 04:00:00 m5 send sale/open hold member.clock",
                        "11-03 04:00:00 m7 send sale/open hold member.clock",
                        "11-03 10:00:00 m1 send sale/open send",
                        "11-03 10:00:00 m4 send sale/open send",
                        "11-03 10:00:00 m5 send sale/open send",
                        "11-03 12:00:00 m2 send sale/open send",
                        "11-03 23:00:00 m3 send sale/open send",
                        "11-04 06:00:00 m7 send sale/open send");
    }

    @ParameterizedTest
    @CsvSource({
        // clocks go back at 02:00 of 1 November: 01:30 comes twice, and the first counts
        "2026-11-01, 01:30, 2026-11-01T05:30:00Z",
        "2026-11-01, 10:00, 2026-11-01T15:00:00Z",
        "2026-10-31, 10:00, 2026-10-31T14:00:00Z",
        // they go forward at 02:00 of 14 March: 02:30 does not come, and is 03:00
        "2027-03-14, 02:30, 2027-03-14T07:00:00Z",
        "2027-03-14, 10:00, 2027-03-14T14:00:00Z",
        "2027-03-13, 10:00, 2027-03-13T15:00:00Z",
    })
    void a_clock_change_where_the_member_lives_is_her_own(String start, String at, String expected) {
        sale(start, at, Duration.ofMinutes(1));
        List<Decision> decisions = shop.play(lives("m1", "America/New_York", "2026-10-01T09:00"));
        assertThat(decisions).hasSize(2);
        assertThat(decisions.get(0).ruling().until()).isEqualTo(expected);
        assertThat(decisions.get(1).ruling().isFinal()).isTrue();
        assertThat(decisions.get(1).ruling().reason()).isEmpty();
        assertThat(decisions.get(1).at()).isEqualTo(expected);
        assertThat(decisions.get(1).intent().since()).isEqualTo(expected);
    }

    @Test
    void behind_the_own_time_a_message_still_waits_for_the_hour_it_is_to_go_at() {
        shop.hour(new Hour(LocalTime.of(12, 0))).quiet(Duration.ofSeconds(1));
        sale("2026-11-03", "10:00", WINDOW);
        assertThat(told(lives("m1", "Asia/Urumqi", "2026-11-01T09:00")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("11-03 04:00:00 m1 send sale/open hold member.clock"),
                        line -> assertThat(line).isEqualTo("11-03 12:00:00 m1 send sale/open hold own.hour"),
                        line -> assertThat(line).matches("11-03 14:(0[0-9]|1[0-4]):.. m1 send sale/open send"));
    }

    @Test
    void a_window_shorter_than_the_distance_of_zones_is_open_for_everybody_in_turn() {
        sale("2026-11-03", "10:00", Duration.ofMinutes(1));
        shop.quiet(Duration.ofSeconds(1));
        assertThat(told(
                        lives("m1", "Asia/Shanghai", "2026-11-01T09:00"),
                        lives("m2", "America/New_York", "2026-11-01T09:00")))
                .filteredOn(line -> line.endsWith("send"))
                .containsExactly("11-03 10:00:00 m1 send sale/open send", "11-03 23:00:00 m2 send sale/open send");
    }

    @Test
    void who_moves_east_before_her_time_is_asked_again_at_once() {
        sale("2026-11-03", "10:00", WINDOW);
        assertThat(told(
                        lives("m1", "America/New_York", "2026-11-01T09:00"),
                        lives("m2", "America/New_York", "2026-11-01T09:00"),
                        lives("m3", "America/New_York", "2026-11-01T09:00"),
                        lives("m1", "Asia/Shanghai", "2026-11-03T08:00"),
                        lives("m2", "Asia/Shanghai", "2026-11-03T14:00"),
                        lives("m3", "Asia/Shanghai", "2026-11-03T14:00:01")))
                .filteredOn(line -> !line.startsWith("11-03 04:00"))
                .containsExactly(
                        "11-03 08:00:00 m1 send sale/open hold member.clock",
                        "11-03 10:00:00 m1 send sale/open send",
                        "11-03 14:00:00 m2 send sale/open send",
                        "11-03 14:00:01 m3 send sale/open drop expired");
    }

    @Test
    void who_moves_west_before_her_time_waits_for_it_and_behind_it_gets_nothing_twice() {
        sale("2026-11-03", "10:00", WINDOW);
        assertThat(told(
                        lives("m1", "Asia/Shanghai", "2026-11-01T09:00"),
                        lives("m2", "Asia/Shanghai", "2026-11-01T09:00"),
                        lives("m1", "America/New_York", "2026-11-03T09:59"),
                        lives("m2", "America/New_York", "2026-11-03T10:01")))
                .filteredOn(line -> !line.startsWith("11-03 04:00"))
                .containsExactly(
                        "11-03 09:59:00 m1 send sale/open hold member.clock",
                        "11-03 10:00:00 m2 send sale/open send",
                        "11-03 23:00:00 m1 send sale/open send");
    }

    @Test
    void who_is_told_of_elsewhere_but_by_the_same_clock_is_not_asked_again() {
        sale("2026-11-03", "10:00", WINDOW);
        assertThat(told(known("m1", "2026-11-01T09:00"), lives("m1", "Asia/Shanghai", "2026-11-03T08:00")))
                .containsExactly(
                        "11-03 04:00:00 m1 send sale/open hold member.clock", "11-03 10:00:00 m1 send sale/open send");
    }

    @Test
    void published_late_it_begins_for_those_whose_window_is_open_or_to_come() {
        Edition before = shop.edition("e1");
        Edition with = sale("2026-11-03", "10:00", WINDOW).edition("e2");
        List<Decision> decisions = new ArrayList<>();
        shop.play(new LoadedEditions(List.of(before, with)), decisions, replay -> {
            for (Event event : List.of(
                    lives("m1", "Pacific/Auckland", "2026-11-01T09:00"),
                    lives("m2", "Asia/Shanghai", "2026-11-01T09:00"),
                    lives("m3", "America/New_York", "2026-11-01T09:00"),
                    shop.event("edition.activated", "edition-2")
                            .with("edition", "e2")
                            .with("revision", 2L)
                            .about(Subject.RETAILER, Shop.at("2026-11-03T11:00")))) {
                replay.event(event.time(), event);
            }
            replay.drain(null);
        });
        assertThat(decisions)
                .extracting(Shop::line)
                .containsExactlyInAnyOrder(
                        "11-03 11:00:00 m1 send sale/open drop expired",
                        "11-03 11:00:00 m2 send sale/open send",
                        "11-03 11:00:00 m3 send sale/open hold member.clock",
                        "11-03 23:00:00 m3 send sale/open send");
    }

    @Test
    void what_members_did_until_their_own_time_counts() {
        shop.rules.when(
                "step.due",
                fact -> WrittenRules.isStep(fact, "sale", "buyers")
                        && orders(fact.state().profile()) == 0,
                WrittenRules.send("sale", "buyers"));
        shop.campaign("sale", Purpose.SERVICE, cadence("2026-11-03"), Shop.send("buyers", 1, "10:00", WINDOW));
        List<Decision> decisions = shop.play(
                known("m1", "2026-11-01T09:00"),
                known("m2", "2026-11-01T09:00"),
                shop.order("1", "m1", "2026-11-03T09:00"));
        assertThat(decisions)
                .extracting(Shop::line)
                .containsExactlyInAnyOrder(
                        "11-03 04:00:00 m1 send sale/buyers hold member.clock",
                        "11-03 04:00:00 m2 send sale/buyers hold member.clock",
                        "11-03 10:00:00 m1 send sale/buyers drop member.unmet",
                        "11-03 10:00:00 m2 send sale/buyers send");
    }

    private static long orders(io.siyu.member.Profile profile) {
        return profile instanceof MemberProfile member && member.orders().lastAt() != null ? 1 : 0;
    }

    @Test
    void what_is_done_beside_messages_is_done_at_the_members_time_too() {
        Step.Act tag = new Step.Act(
                "mark",
                new Step.Action.Tag("seen"),
                new Moment(1, LocalTime.of(10, 0), WINDOW),
                Audience.MEMBERS,
                List.of());
        shop.campaign("sale", Purpose.SERVICE, cadence("2026-11-03"), tag, Shop.send("after", 1, "12:00", WINDOW));
        shop.rules
                .when(
                        "step.due",
                        fact -> WrittenRules.isStep(fact, "sale", "mark"),
                        new Proposal("campaign sale step mark", Action.TAG, "seen", "sale", "mark", 0))
                .when(
                        "step.due",
                        fact -> WrittenRules.isStep(fact, "sale", "after")
                                && fact.state().profile() instanceof MemberProfile member
                                && member.tags().contains("seen"),
                        WrittenRules.send("sale", "after"));
        assertThat(told(lives("m1", "Asia/Urumqi", "2026-11-01T09:00"), lives("m2", "Etc/GMT-14", "2026-11-01T09:00")))
                .contains(
                        "11-03 04:00:00 m1 tag seen hold member.clock",
                        "11-03 12:00:00 m1 tag seen send",
                        "11-03 04:00:00 m2 tag seen send",
                        "11-03 06:00:00 m2 send sale/after send");
    }

    @Test
    void what_tells_of_a_coupon_does_not_wait_for_another_clock_once_it_is_issued() {
        Step.Act coupon = new Step.Act(
                "gift",
                new Step.Action.IssueCoupon("GIFT", 100, Duration.ofDays(3), "phone", Text.of("gift")),
                new Moment(1, LocalTime.of(7, 0), Duration.ofHours(20)),
                Audience.MEMBERS,
                List.of());
        shop.rules.when(
                "step.due",
                fact -> WrittenRules.isStep(fact, "sale", "gift"),
                new Proposal("campaign sale step gift", Action.COUPON, "GIFT", "sale", "gift", 0));
        shop.campaign("sale", Purpose.MARKETING, cadence("2026-11-03"), coupon).quiet(Duration.ofSeconds(1));
        assertThat(told(
                        shop.consents("m1", "2026-11-01T09:00"),
                        lives("m1", "Asia/Urumqi", "2026-11-01T09:01"),
                        lives("m1", "Europe/Paris", "2026-11-03T09:30")))
                .containsExactly(
                        "11-03 01:00:00 m1 coupon GIFT hold member.clock",
                        "11-03 09:00:00 m1 coupon GIFT send",
                        "11-03 09:00:00 m1 send sale/gift hold quiet.hours",
                        // at the end of what was quiet in Urumqi it is 03:00 in Paris
                        "11-03 10:00:00 m1 send sale/gift hold quiet.hours",
                        "11-03 15:00:00 m1 send sale/gift send");
    }

    @Test
    void rounds_of_a_schedule_and_the_steps_behind_them_go_by_the_members_clock() {
        shop.rules.step("club", "day").step("club", "reminder");
        shop.campaign(
                "club",
                Purpose.SERVICE,
                schedule(new Recurrence.Once(LocalDateTime.parse("2026-10-31T10:00")), Duration.ofHours(2)),
                Shop.send("day"),
                new Step.Wait(Duration.ofHours(32)),
                Shop.send("reminder"));
        assertThat(told(lives("m1", "America/New_York", "2026-10-30T09:00")))
                .filteredOn(line -> line.endsWith("send"))
                // why: 32 hours are 32 hours, also over the change of clocks on 1 November
                .containsExactly("10-31 22:00:00 m1 send club/day send", "11-02 06:00:00 m1 send club/reminder send");
    }

    @Test
    void rounds_go_on_and_end_with_the_lines() {
        shop.rules.step("club", "day");
        shop.campaign(
                "club",
                Purpose.SERVICE,
                schedule(new Recurrence.Cron("0 10 * * *", null, null), Duration.ofHours(1)),
                Shop.send("day"));
        assertThat(told(lives("m1", "America/New_York", "2026-11-02T03:59"), known("m2", "2026-11-04T10:00")))
                .filteredOn(line -> line.endsWith("send"))
                .containsExactly(
                        "11-02 23:00:00 m1 send club/day send",
                        "11-03 23:00:00 m1 send club/day send",
                        "11-04 23:00:00 m1 send club/day send");
    }

    @Test
    void quiet_hours_come_after_the_members_time_and_its_window_counts_from_there() {
        shop.rules.step("night", "late");
        shop.campaign("night", Purpose.MARKETING, cadence("2026-11-03"), Shop.send("late", 1, "07:00", WINDOW));
        shop.quiet(Duration.ofSeconds(1));
        Event lives = lives("m1", "Asia/Urumqi", "2026-11-01T09:00");
        assertThat(told(lives, shop.consents("m1", "2026-11-01T09:01")))
                .containsExactly(
                        "11-03 01:00:00 m1 send night/late hold member.clock",
                        "11-03 09:00:00 m1 send night/late hold quiet.hours",
                        "11-03 10:00:00 m1 send night/late send");
    }

    @Test
    void communities_stay_on_the_retailers_clock() {
        shop.rules.step("sale", "group");
        Step.Act group = new Step.Act(
                "group",
                new Step.Action.Send("phone", Text.of("group")),
                new Moment(1, LocalTime.of(10, 0), WINDOW),
                Audience.COMMUNITIES,
                List.of());
        shop.campaign("sale", Purpose.SERVICE, cadence("2026-11-03"), group);
        Event known = shop.event("community.updated", "u")
                .with("type", "marketing")
                .about(Subject.parse("community/g1"), Shop.at("2026-11-01T09:00"));
        assertThat(told(known)).containsExactly("11-03 10:00:00 community/g1 send sale/group send");
    }

    @Test
    void a_step_or_campaign_that_is_gone_at_the_members_time_is_dropped() {
        Edition before = sale("2026-11-03", "10:00", WINDOW).edition("e1");
        Edition other = shop.campaign(
                        "sale", Purpose.SERVICE, cadence("2026-11-03"), Shop.send("later", 2, "10:00", WINDOW))
                .edition("e2");
        List<Decision> decisions = new ArrayList<>();
        shop.play(new LoadedEditions(List.of(before, other)), decisions, replay -> {
            for (Event event : List.of(
                    known("m1", "2026-11-01T09:00"),
                    shop.event("edition.activated", "edition-2")
                            .with("edition", "e2")
                            .with("revision", 2L)
                            .about(Subject.RETAILER, Shop.at("2026-11-03T08:00")))) {
                replay.event(event.time(), event);
            }
            replay.drain(null);
        });
        assertThat(decisions)
                .extracting(Shop::line)
                .containsExactly(
                        "11-03 04:00:00 m1 send sale/open hold member.clock",
                        "11-03 10:00:00 m1 send sale/open drop edition.absent");
    }

    @Test
    void a_house_elsewhere_gives_its_clock_to_whom_it_does_not_know() {
        shop.zone(ZoneId.of("America/New_York"));
        sale("2026-11-03", "10:00", WINDOW);
        assertThat(told(known("m1", "2026-11-01T09:00"), lives("m2", "Asia/Shanghai", "2026-11-01T09:00")))
                .filteredOn(line -> line.endsWith("send"))
                .containsExactly("11-03 10:00:00 m2 send sale/open send", "11-03 23:00:00 m1 send sale/open send");
    }

    @Test
    void it_is_the_same_with_any_number_of_workers() {
        sale("2026-11-03", "10:00", WINDOW);
        List<Event> events = new ArrayList<>();
        List<String> zones = List.of("Asia/Urumqi", "America/New_York", "Europe/Paris", "Nowhere", "+05:45", "-18:00");
        for (int i = 0; i < 200; i++) {
            events.add(lives("m" + i, zones.get(i % zones.size()), "2026-11-01T09:00"));
        }
        Event[] all = events.toArray(Event[]::new);
        List<String> one = told(all);
        shop.workers(4);
        assertThat(told(all)).isEqualTo(one).hasSize(400);
    }
}
