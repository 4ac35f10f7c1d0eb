package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Cap;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Recurrence;
import io.siyu.campaign.Step;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.CommunityProfile;
import io.siyu.rule.Action;
import io.siyu.rule.Proposal;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignsOnTheClockTest {
    private final Shop shop = new Shop();

    private List<String> lines(List<Decision> decisions) {
        return decisions.stream().map(Shop::line).toList();
    }

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

    @Test
    void an_order_is_thanked_at_once_and_cared_for_three_days_later() {
        assertThat(lines(thanks().play(shop.order("1", "m1", "2026-11-01T21:00"))))
                .containsExactly(
                        "11-01 21:00:00 m1 enrol thanks send",
                        "11-01 21:00:00 m1 send thanks/now send",
                        "11-04 21:00:00 m1 send thanks/care send");
    }

    @Test
    void a_refund_ends_the_enrolment_of_that_order_only() {
        List<Decision> decisions = thanks().play(
                        shop.order("1", "m1", "2026-11-01T21:00"),
                        shop.order("2", "m1", "2026-11-01T22:00"),
                        shop.event("order.refunded", "r")
                                .with("orderId", "o-1")
                                .with("total", 1L)
                                .with("currency", "CNY")
                                .about(Subject.parse("m1"), Shop.at("2026-11-02T09:00")));
        assertThat(lines(decisions)).filteredOn(line -> line.contains("care")).hasSize(1);
        assertThat(decisions.get(decisions.size() - 1).intent().occurrence()).isEqualTo("2");
    }

    @Test
    void history_told_at_go_live_proposes_nothing() {
        Event order = shop.order("1", "m1", "2026-11-01T21:00");
        Event backfill =
                new Event(order.id(), order.source(), order.type(), order.subject(), order.time(), order.data(), true);
        assertThat(thanks().play(backfill)).isEmpty();
    }

    private Shop reminder(Duration before) {
        shop.rules
                .when(
                        "step.due",
                        fact -> WrittenRules.isStep(fact, "expiring", "")
                                && fact.coupon() != null
                                && fact.coupon().redemptions() == 0,
                        WrittenRules.enrol("expiring"))
                .step("expiring", "remind");
        return shop.campaign(
                "expiring",
                Purpose.SERVICE,
                new Trigger.OnDate("coupon.expiresAt", before, List.of()),
                Shop.send("remind"));
    }

    private Event coupon(String id, String member, String at, String expires) {
        return shop.event("coupon.issued", "i-" + id)
                .with("couponId", id)
                .with("kind", "A")
                .with("expiresAt", Shop.at(expires))
                .about(Subject.parse(member), Shop.at(at));
    }

    @Test
    void a_coupon_is_reminded_once_before_it_expires() {
        List<Decision> decisions =
                reminder(Duration.ofDays(3)).play(coupon("c1", "m1", "2026-11-01T00:00", "2026-11-20T23:59"));
        assertThat(lines(decisions))
                .containsExactly(
                        "11-17 23:59:00 m1 enrol expiring send", "11-17 23:59:00 m1 send expiring/remind send");
    }

    @Test
    void a_redeemed_coupon_is_not_reminded() {
        List<Decision> decisions = reminder(Duration.ofDays(3))
                .play(
                        coupon("c1", "m1", "2026-11-01T00:00", "2026-11-20T23:59"),
                        shop.event("coupon.redeemed", "r")
                                .with("couponId", "c1")
                                .with("kind", "A")
                                .with("expiresAt", Shop.at("2026-11-20T23:59"))
                                .about(Subject.parse("m1"), Shop.at("2026-11-05T12:00")));
        assertThat(decisions).isEmpty();
    }

    @Test
    void a_coupon_issued_within_the_last_72_hours_is_reminded_at_once() {
        List<Decision> decisions =
                reminder(Duration.ofDays(3)).play(coupon("c1", "m1", "2026-11-19T10:00", "2026-11-20T23:59"));
        assertThat(lines(decisions)).contains("11-19 10:00:00 m1 send expiring/remind send");
    }

    private Shop promotion() {
        shop.rules.step("promo", "warm").step("promo", "flash");
        return shop.campaign(
                "promo",
                Purpose.MARKETING,
                Shop.cadence("2026-11-02", 12),
                Shop.send("warm", 1, "10:00", Duration.ofHours(2)),
                Shop.send("flash", 3, "20:00", Duration.ofHours(1)));
    }

    @Test
    void a_cadence_sends_on_its_days_to_members_with_consent() {
        List<Decision> decisions = promotion()
                .play(
                        shop.consents("m1", "2026-11-01T09:00"),
                        shop.order("1", "m2", "2026-11-01T09:00"),
                        shop.order("2", "m1", "2026-11-03T09:00"));
        assertThat(lines(decisions))
                .containsExactlyInAnyOrder(
                        "11-02 10:00:00 m1 send promo/warm send",
                        "11-02 10:00:00 m2 send promo/warm drop consent.unknown",
                        "11-04 20:00:00 m1 send promo/flash send",
                        "11-04 20:00:00 m2 send promo/flash drop consent.unknown");
    }

    @Test
    void a_schedule_sends_round_after_round_and_ends_with_the_lines() {
        shop.rules.step("club", "day").step("club", "reminder");
        shop.campaign(
                "club",
                Purpose.MARKETING,
                new Trigger.OnSchedule(new Recurrence.Cron("0 10 * * 1", null, null), Duration.ofHours(2), List.of()),
                Shop.send("day"),
                new Step.Wait(Duration.ofHours(32)),
                Shop.send("reminder"));
        List<Decision> decisions =
                shop.play(shop.consents("m1", "2026-11-01T09:00"), shop.consents("m2", "2026-11-09T11:00"));
        assertThat(lines(decisions))
                .containsExactlyInAnyOrder(
                        "11-02 10:00:00 m1 send club/day send",
                        "11-03 18:00:00 m1 send club/reminder send",
                        "11-09 10:00:00 m1 send club/day send",
                        "11-10 18:00:00 m1 send club/reminder send",
                        "11-10 18:00:00 m2 send club/reminder send");
    }

    @Test
    void who_joins_while_a_window_is_open_is_out() {
        List<Decision> decisions =
                promotion().play(shop.consents("m1", "2026-11-02T09:00"), shop.consents("m2", "2026-11-02T10:00:01"));
        assertThat(lines(decisions))
                .filteredOn(line -> line.contains("warm"))
                .containsExactly("11-02 10:00:00 m1 send promo/warm send");
    }

    @Test
    void a_cadence_ends_early_when_its_goal_is_met() {
        promotion().goal("promo", 1);
        shop.rules.when(
                "coupon.redeemed",
                fact -> true,
                new Proposal("campaign promo goal", Action.GOAL, "promo", "promo", null, 0));
        Event redeemed = shop.event("coupon.redeemed", "r")
                .with("couponId", "c1")
                .with("kind", "A")
                .with("expiresAt", Shop.at("2026-11-20T23:59"))
                .about(Subject.parse("m1"), Shop.at("2026-11-03T12:00"));
        assertThat(lines(shop.play(shop.consents("m1", "2026-11-01T09:00"), redeemed)))
                .containsExactly("11-02 10:00:00 m1 send promo/warm send");
    }

    @Test
    void marketing_in_quiet_hours_is_held_to_the_morning_and_spread() {
        shop.quiet(Duration.ofMinutes(30)).rules.step("night", "late");
        shop.campaign(
                "night",
                Purpose.MARKETING,
                Shop.cadence("2026-11-02", 1),
                Shop.send("late", 1, "22:00", Duration.ofHours(12)));
        List<Event> members = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            members.add(shop.consents("m" + i, "2026-11-01T09:00"));
        }
        List<Decision> decisions = shop.play(members);
        assertThat(decisions).hasSize(600);
        assertThat(decisions.subList(0, 300)).allMatch(d -> Shop.line(d).endsWith("hold quiet.hours"));
        assertThat(decisions.subList(300, 600))
                .allMatch(d -> d.sends()
                        && !d.at().isBefore(Shop.at("2026-11-03T08:00"))
                        && d.at().isBefore(Shop.at("2026-11-03T08:30")));
        assertThat(decisions.subList(300, 600).stream()
                        .map(Decision::at)
                        .distinct()
                        .count())
                .isGreaterThan(100);
    }

    @Test
    void a_cap_drops_what_is_over_it_and_frees_after_its_window() {
        thanks().cap(new Cap(Duration.ofDays(1), 1, null, null));
        List<Decision> decisions = shop.play(
                shop.order("1", "m1", "2026-11-01T09:00"),
                shop.order("2", "m1", "2026-11-02T08:59:59"),
                shop.order("3", "m1", "2026-11-02T09:00"));
        assertThat(lines(decisions))
                .filteredOn(line -> line.contains("thanks/now"))
                .containsExactly(
                        "11-01 09:00:00 m1 send thanks/now send",
                        "11-02 08:59:59 m1 send thanks/now drop cap.global",
                        "11-02 09:00:00 m1 send thanks/now send");
    }

    @Test
    void the_number_of_workers_changes_nothing() {
        promotion();
        thanks();
        shop.partitions(64);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            events.add(shop.consents("m" + i, "2026-11-01T09:00"));
        }
        for (int i = 0; i < 500; i++) {
            events.add(shop.order("o" + i, "m" + (i * 3), "2026-11-02T10:00"));
        }
        List<Decision> one = shop.workers(1).play(events);
        assertThat(one).hasSizeGreaterThan(4_000);
        assertThat(shop.workers(2).play(events)).isEqualTo(one);
        assertThat(shop.workers(8).play(events)).isEqualTo(one);
    }

    @Test
    void a_community_knows_how_many_joined_and_left_it() {
        shop.rules.when(
                "community.counted",
                fact -> fact.state().profile() instanceof CommunityProfile group && group.members() == 2,
                new Proposal("Two are a group", Action.TAG, "group", null, null, 0));
        List<Decision> decisions = shop.play(
                shop.event("community.joined", "j1")
                        .with("community", "g1")
                        .about(Subject.parse("m1"), Shop.at("2026-11-01T09:00:30")),
                shop.event("community.joined", "j2")
                        .with("community", "g1")
                        .about(Subject.parse("m2"), Shop.at("2026-11-01T09:05:30")),
                shop.event("community.joined", "j3")
                        .with("community", "g1")
                        .about(Subject.parse("m2"), Shop.at("2026-11-01T09:06:30")),
                shop.event("community.left", "l1")
                        .with("community", "g1")
                        .about(Subject.parse("m2"), Shop.at("2026-11-01T09:10:30")),
                shop.event("community.joined", "j4")
                        .with("community", "g1")
                        .about(Subject.parse("m3"), Shop.at("2026-11-01T09:20:30")));
        assertThat(lines(decisions))
                .containsExactly(
                        "11-01 09:06:00 community/g1 tag group send", "11-01 09:21:00 community/g1 tag group send");
    }

    @Test
    void a_coupon_told_as_history_is_reminded_when_its_day_comes_and_not_if_it_has_passed() {
        reminder(Duration.ofDays(3));
        Event ahead = history(coupon("c1", "m1", "2026-11-18T00:00", "2026-11-22T23:59"));
        Event passed = history(coupon("c2", "m2", "2026-11-18T00:00", "2026-11-20T23:59"));
        assertThat(lines(shop.play(ahead, passed)))
                .containsExactly(
                        "11-19 23:59:00 m1 enrol expiring send", "11-19 23:59:00 m1 send expiring/remind send");
    }

    private static Event history(Event event) {
        return new Event(event.id(), event.source(), event.type(), event.subject(), event.time(), event.data(), true);
    }
}
