package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Audience;
import io.siyu.campaign.CalendarSpan;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Compliance;
import io.siyu.campaign.Conduct;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.Sends;
import io.siyu.message.DecisionJson;
import io.siyu.partition.LoadedEditions;
import io.siyu.rule.Edition;
import io.siyu.rule.WrittenRules;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class GuardsOnTheClockTest {
    private final Shop shop = new Shop();

    private Shop thanks(Purpose purpose) {
        shop.rules
                .when("order.placed", fact -> true, WrittenRules.enrol("thanks"))
                .step("thanks", "now");
        return shop.campaign("thanks", purpose, Shop.on("order.placed"), Shop.send("now"));
    }

    private List<String> told(Event... events) {
        return shop.play(events).stream()
                .filter(decision -> decision.intent().action().equals("send"))
                .map(Shop::line)
                .toList();
    }

    private Event updated(String member, String attribute, String value, String time) {
        return shop.event("member.updated", "updated-" + member + time)
                .with(attribute, value)
                .about(Subject.parse(member), Shop.at(time));
    }

    private static Conduct asking(Compliance asked) {
        return new Conduct(Map.of("phone", asked), List.of(), null);
    }

    private static QuietHours hours(String from, String to, Purpose purpose) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), Duration.ofSeconds(1), EnumSet.of(purpose));
    }

    private static Cap per(CalendarSpan span, int max) {
        return new Cap(Sends.HORIZON, max, null, null, span);
    }

    @Test
    void a_cap_per_day_begins_anew_at_midnight_of_the_retailer() {
        thanks(Purpose.SERVICE).cap(per(CalendarSpan.DAY, 1));
        assertThat(told(
                        shop.order("1", "m1", "2026-11-01T23:50"),
                        shop.order("2", "m1", "2026-11-01T23:59:59"),
                        shop.order("3", "m1", "2026-11-02T00:00")))
                .containsExactly(
                        "11-01 23:50:00 m1 send thanks/now send",
                        "11-01 23:59:59 m1 send thanks/now drop cap.global",
                        "11-02 00:00:00 m1 send thanks/now send");
    }

    @Test
    void a_cap_of_none_lets_nothing_through_and_no_cap_everything() {
        thanks(Purpose.SERVICE);
        assertThat(told(shop.order("1", "m1", "2026-11-01T23:50")))
                .containsExactly("11-01 23:50:00 m1 send thanks/now send");
        shop.cap(new Cap(Duration.ofDays(1), 0, null, "phone"));
        assertThat(told(shop.order("1", "m1", "2026-11-01T23:50")))
                .containsExactly("11-01 23:50:00 m1 send thanks/now drop cap.channel");
    }

    @Test
    void a_community_has_caps_of_its_own() {
        shop.conduct(new Conduct(Map.of(), List.of(per(CalendarSpan.DAY, 1)), null));
        shop.rules.step("news", "first").step("news", "second");
        shop.campaign(
                "news",
                Purpose.MARKETING,
                Shop.cadence("2026-11-02", 2),
                toCommunities("first", "10:00"),
                toCommunities("second", "15:00"));
        Event known = shop.event("community.updated", "u")
                .with("type", "marketing")
                .about(Subject.parse("community/g1"), Shop.at("2026-11-01T09:00"));
        assertThat(told(known))
                .containsExactly(
                        "11-02 10:00:00 community/g1 send news/first send",
                        "11-02 15:00:00 community/g1 send news/second drop cap.community");
    }

    private static Step.Act toCommunities(String id, String at) {
        Moment moment = new Moment(1, LocalTime.parse(at), Duration.ofHours(1));
        Audience communities = new Audience("community", null);
        return new Step.Act(id, new Step.Action.Send("phone", Text.of(id)), moment, communities, List.of());
    }

    @Test
    void the_control_group_and_the_holdout_of_a_campaign_have_reasons_of_their_own() {
        thanks(Purpose.MARKETING).control(1000);
        assertThat(told(shop.order("1", "m1", "2026-11-01T09:00"))).isEmpty();
        assertThat(shop.play(shop.order("1", "m1", "2026-11-01T09:00")))
                .singleElement()
                .satisfies(decision -> assertThat(decision.ruling().reason()).isEqualTo("control"));

        shop.control(0);
        heldOut();
        assertThat(shop.play(shop.order("1", "m1", "2026-11-01T09:00")))
                .singleElement()
                .satisfies(decision -> assertThat(decision.ruling().reason()).isEqualTo("holdout"));
    }

    private void heldOut() {
        Campaign c = shop.edition("e1").campaigns().get("thanks");
        shop.campaign(new Campaign(
                c.id(), c.file(), c.name(), c.purpose(), 0, c.trigger(), c.steps(), c.exits(), null, c.caps(), 1000));
    }

    @Test
    void of_whom_is_held_out_the_line_tells_what_later_guards_would_have_said() {
        shop.rules.step("promo", "warm");
        shop.campaign(
                "promo",
                Purpose.MARKETING,
                Shop.cadence("2026-11-02", 1),
                Shop.send("warm", 1, "10:00", Duration.ofHours(2)));
        Campaign c = shop.edition("e1").campaigns().get("promo");
        shop.campaign(new Campaign(
                c.id(), c.file(), c.name(), c.purpose(), 0, c.trigger(), c.steps(), c.exits(), null, c.caps(), 1000));
        shop.cap(new Cap(Duration.ofDays(1), 0, null, null));

        assertThat(shop.play(shop.order("1", "m1", "2026-11-01T09:00")))
                .singleElement()
                .satisfies(decision -> assertThat(line(decision))
                        .contains("\"reason\":\"holdout\",\"shadow\":[\"consent.unknown\",\"cap.global\"]"));
    }

    private static String line(Decision decision) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
            DecisionJson.write(json, decision, 0);
        }
        return line.toString();
    }

    @Test
    void whoever_is_known_to_have_no_address_gets_nothing_and_who_is_unknown_only_if_that_is_enough() {
        thanks(Purpose.SERVICE).conduct(asking(new Compliance(null, "", "city", false)));
        Event none = updated("m1", "city", "", "2026-11-01T08:00");
        Event some = updated("m3", "city", "Suzhou", "2026-11-01T08:00");
        Event[] events = {
            none,
            some,
            shop.order("1", "m1", "2026-11-01T09:00"),
            shop.order("2", "m2", "2026-11-01T09:01"),
            shop.order("3", "m3", "2026-11-01T09:02")
        };
        assertThat(told(events))
                .containsExactly(
                        "11-01 09:00:00 m1 send thanks/now drop address.none",
                        "11-01 09:01:00 m2 send thanks/now send",
                        "11-01 09:02:00 m3 send thanks/now send");
        shop.conduct(asking(new Compliance(null, "", "city", true)));
        assertThat(told(events)).contains("11-01 09:01:00 m2 send thanks/now drop address.unknown");
    }

    @Test
    void marketing_without_the_way_out_does_not_go_where_one_is_asked_for() {
        shop.conduct(asking(new Compliance(null, "reply R", "", false)));
        thanks(Purpose.MARKETING);
        Event yes = shop.consents("m1", "2026-11-01T08:00");
        assertThat(told(yes, shop.order("1", "m1", "2026-11-01T09:00")))
                .containsExactly("11-01 09:00:00 m1 send thanks/now drop channel.optout");
        shop.conduct(asking(new Compliance(null, "thanks/", "", false)));
        assertThat(told(yes, shop.order("1", "m1", "2026-11-01T09:00")))
                .containsExactly("11-01 09:00:00 m1 send thanks/now send");
    }

    @Test
    void a_channel_waits_until_it_opens_and_quiet_hours_come_after_that() {
        thanks(Purpose.SERVICE)
                .conduct(asking(new Compliance(hours("20:00", "07:00", Purpose.SERVICE), "", "", false)))
                .quiet(hours("22:00", "08:00", Purpose.SERVICE));
        assertThat(told(shop.order("1", "m1", "2026-11-01T21:00")))
                .containsExactly(
                        "11-01 21:00:00 m1 send thanks/now hold channel.hours",
                        "11-02 07:00:00 m1 send thanks/now hold quiet.hours",
                        "11-02 08:00:00 m1 send thanks/now send");
    }

    @Test
    void quiet_hours_are_those_of_where_the_member_lives() {
        thanks(Purpose.SERVICE).quiet(hours("22:00", "08:00", Purpose.SERVICE));
        assertThat(told(
                        updated("m1", "zone", "Europe/Paris", "2026-11-01T08:00"),
                        updated("m2", "zone", "Nowhere/Land", "2026-11-01T08:00"),
                        shop.order("1", "m1", "2026-11-01T22:30"),
                        shop.order("2", "m2", "2026-11-01T22:31"),
                        shop.order("3", "m1", "2026-11-02T09:00")))
                .containsExactly(
                        "11-01 22:30:00 m1 send thanks/now send",
                        "11-01 22:31:00 m2 send thanks/now hold quiet.hours",
                        "11-02 08:00:00 m2 send thanks/now send",
                        "11-02 09:00:00 m1 send thanks/now hold quiet.hours",
                        "11-02 15:00:00 m1 send thanks/now send");
    }

    private Shop evening(Duration window) {
        shop.rules.step("night", "late");
        return lasting(window);
    }

    private Shop lasting(Duration window) {
        return shop.campaign(
                "night", Purpose.MARKETING, Shop.cadence("2026-11-02", 1), Shop.send("late", 1, "22:30", window));
    }

    @Test
    void what_would_wait_longer_than_its_window_is_dropped_at_once() {
        evening(Duration.ofHours(2)).quiet(hours("22:00", "08:00", Purpose.MARKETING));
        List<Decision> decisions = shop.play(shop.consents("m1", "2026-11-01T09:00"));
        assertThat(decisions).extracting(Shop::line).containsExactly("11-02 22:30:00 m1 send night/late drop expired");
        assertThat(decisions.get(0).ruling().shadow()).containsExactly("quiet.hours");
    }

    @Test
    void what_waits_for_a_unit_waits_no_longer_than_its_window() {
        evening(Duration.ofMinutes(20)).daily(0);
        List<Decision> decisions = shop.play(shop.consents("m1", "2026-11-01T09:00"));
        assertThat(decisions.get(0).ruling().until()).isEqualTo(Shop.at("2026-11-02T22:50"));
        assertThat(decisions.get(decisions.size() - 1).ruling().reason()).isEqualTo("quota.refused");
    }

    @Test
    void a_window_that_closed_during_a_hold_is_noticed_at_its_end() {
        evening(Duration.ofHours(11)).quiet(hours("22:00", "08:00", Purpose.MARKETING));
        Edition before = shop.edition("e1");
        Edition shorter = lasting(Duration.ofHours(2)).edition("e2");
        assertThat(play(
                        List.of(before, shorter),
                        shop.consents("m1", "2026-11-01T09:00"),
                        activated("2026-11-03T01:00")))
                .extracting(Shop::line)
                .containsExactly(
                        "11-02 22:30:00 m1 send night/late hold quiet.hours",
                        "11-03 08:00:00 m1 send night/late drop expired");
    }

    private Event activated(String at) {
        return shop.event("edition.activated", "edition-2")
                .with("edition", "e2")
                .with("revision", 2L)
                .about(Subject.RETAILER, Shop.at(at));
    }

    private List<Decision> play(List<Edition> editions, Event... events) {
        List<Decision> decisions = new ArrayList<>();
        shop.play(new LoadedEditions(editions), decisions, replay -> {
            for (Event event : events) {
                replay.event(event.time(), event);
            }
            replay.drain(null);
        });
        return decisions;
    }

    @Test
    void at_a_holds_end_the_guards_and_the_text_are_those_of_the_edition_of_then() {
        thanks(Purpose.SERVICE).quiet(hours("22:00", "08:00", Purpose.SERVICE));
        Edition before = shop.edition("e1");
        Edition after = shop.cap(new Cap(Duration.ofDays(7), 1, null, null)).edition("e2");
        List<Decision> decisions = play(
                List.of(before, after),
                shop.order("1", "m1", "2026-11-01T21:00"),
                shop.order("2", "m1", "2026-11-01T23:00"),
                shop.order("3", "m2", "2026-11-01T23:00"),
                activated("2026-11-02T01:00"));
        assertThat(decisions)
                .filteredOn(decision -> decision.intent().action().equals("send"))
                .extracting(decision -> Shop.line(decision) + " " + decision.edition() + " " + decision.text())
                .containsExactlyInAnyOrder(
                        "11-01 21:00:00 m1 send thanks/now send e1 thanks/now under e1",
                        "11-01 23:00:00 m1 send thanks/now hold quiet.hours e1 ",
                        "11-01 23:00:00 m2 send thanks/now hold quiet.hours e1 ",
                        "11-02 08:00:00 m1 send thanks/now drop cap.global e2 ",
                        "11-02 08:00:00 m2 send thanks/now send e2 thanks/now under e2");
    }

    @Test
    void who_leaves_a_campaign_does_not_get_what_is_held_of_it() {
        thanks(Purpose.SERVICE).quiet(hours("22:00", "08:00", Purpose.SERVICE));
        shop.campaign(
                "thanks",
                Purpose.SERVICE,
                Shop.on("order.placed"),
                Shop.send("now"),
                new Step.Wait(Duration.ofDays(1)),
                Shop.send("care"));
        shop.rules.step("thanks", "care");
        Event refunded = shop.event("order.refunded", "r")
                .with("orderId", "o-1")
                .with("total", 1L)
                .with("currency", "CNY")
                .about(Subject.parse("m1"), Shop.at("2026-11-02T01:00"));
        assertThat(told(shop.order("1", "m1", "2026-11-01T23:00"), refunded))
                .containsExactly(
                        "11-01 23:00:00 m1 send thanks/now hold quiet.hours",
                        "11-02 01:00:00 m1 send thanks/now drop campaign.left");
    }
}
