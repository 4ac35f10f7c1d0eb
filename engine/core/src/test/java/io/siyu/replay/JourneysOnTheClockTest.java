package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Entry;
import io.siyu.campaign.Journey;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Window;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.partition.LoadedEditions;
import io.siyu.rule.Edition;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JourneysOnTheClockTest {
    private static final String ID = "thanks";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Shop shop = new Shop();

    private static Campaign campaign(Trigger trigger, Journey journey, Step... steps) {
        return new Campaign(
                ID,
                "campaigns/thanks.yaml",
                Text.of("Thanks"),
                Purpose.SERVICE,
                0,
                trigger,
                List.of(steps),
                List.of("order.cancelled"),
                null,
                List.of(),
                0,
                journey);
    }

    private static Journey version(String version, boolean moves) {
        return new Journey(Entry.FREE, List.of(), Map.of(), null, version, moves);
    }

    private static Journey within(String from, String until) {
        return new Journey(
                Entry.FREE,
                List.of(),
                Map.of(),
                new Window(LocalDateTime.parse(from), LocalDateTime.parse(until)),
                "",
                false);
    }

    private void onOrders(String... steps) {
        shop.rules.when("order.placed", fact -> true, WrittenRules.enrol(ID));
        for (String step : steps) {
            shop.rules.step(ID, step);
        }
    }

    private static List<Instant> sent(List<Decision> decisions) {
        return decisions.stream().filter(Decision::sends).map(Decision::at).toList();
    }

    private static List<String> lines(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> !decision.intent().action().equals("enrol")
                        || !decision.ruling().reason().isEmpty())
                .map(Shop::line)
                .toList();
    }

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

    /** First "now", three days, "care"; then "now", a day, "call", three days, "care", a day, "bye". */
    private List<Decision> edited(boolean moves, boolean carried) {
        onOrders("now", "care", "call", "bye");
        shop.rules.step(ID + "@v1", "care");
        Step[] old = {Shop.send("now"), new Step.Wait(Duration.ofDays(3)), Shop.send("care")};
        Campaign first = campaign(Shop.on("order.placed"), version("v1", moves), old);
        Edition before = shop.campaign(first).edition("e1");
        Edition after = shop.campaign(first.named(ID + "@v1"))
                .campaign(campaign(
                        Shop.on("order.placed"),
                        version("v2", moves),
                        Shop.send("now"),
                        new Step.Wait(Duration.ofDays(1)),
                        Shop.send("call"),
                        new Step.Wait(Duration.ofDays(3)),
                        Shop.send("care"),
                        new Step.Wait(Duration.ofDays(1)),
                        Shop.send("bye")))
                .edition("e2");
        Edition second = new Edition(
                "e2",
                after.catalogue(),
                after.settings(),
                Map.of(ID, after.campaigns().get(ID)),
                after.templates(),
                List.of(),
                after.rules(),
                carried ? Map.of(ID + "@v1", first.named(ID + "@v1")) : Map.of());
        List<Decision> decisions = new ArrayList<>();
        shop.play(new LoadedEditions(List.of(before, second)), decisions, replay -> {
            replay.event(Shop.at("2026-11-01T09:00"), shop.order("1", "m1", "2026-11-01T09:00"));
            replay.event(Shop.at("2026-11-02T08:00"), activated("2026-11-02T08:00"));
            replay.drain(null);
        });
        return decisions;
    }

    private Event activated(String at) {
        return shop.event("edition.activated", "edition-2")
                .with("edition", "e2")
                .with("revision", 2L)
                .about(Subject.RETAILER, Shop.at(at));
    }

    @Test
    void whoever_is_inside_finishes_the_version_entered() {
        List<Decision> decisions = edited(false, true);

        assertThat(lines(decisions))
                .containsExactly(
                        "11-01 09:00:00 m1 send thanks/now send", "11-04 09:00:00 m1 send thanks@v1/care send");
        assertThat(decisions.get(2).intent().campaign()).isEqualTo(ID);
        assertThat(decisions.get(2).edition()).isEqualTo("e2");
    }

    @Test
    void whoever_is_inside_moves_on_to_the_step_of_the_same_name() {
        assertThat(lines(edited(true, true)))
                .containsExactly(
                        "11-01 09:00:00 m1 send thanks/now send",
                        "11-04 09:00:00 m1 send thanks/care send",
                        "11-05 09:00:00 m1 send thanks/bye send");
    }

    @Test
    void a_version_nobody_carries_moves_its_members_on() {
        assertThat(lines(edited(false, false))).endsWith("11-05 09:00:00 m1 send thanks/bye send");
    }

    @Test
    void a_message_has_the_same_id_in_every_version() {
        Decision old = edited(false, true).get(2);
        Decision moved = new JourneysOnTheClockTest().edited(true, true).get(2);

        assertThat(old.message()).isEqualTo(moved.message()).isNotEmpty();
    }

    @Test
    void a_pause_stops_no_journey() {
        onOrders("now", "care");
        shop.campaign(campaign(
                Shop.on("order.placed"),
                Journey.PLAIN,
                Shop.send("now"),
                new Step.Wait(Duration.ofDays(3)),
                Shop.send("care")));
        List<Decision> paused = new ArrayList<>();
        Edition edition = shop.edition("e1");

        shop.play(hash -> edition, paused, replay -> {
            replay.event(Shop.at("2026-11-01T09:00"), shop.order("1", "m1", "2026-11-01T09:00"));
            replay.event(Shop.at("2026-11-02T09:00"), pause("campaign.paused", "2026-11-02T09:00"));
            replay.event(Shop.at("2026-11-06T09:00"), pause("campaign.resumed", "2026-11-06T09:00"));
            replay.drain(null);
        });

        assertThat(paused).isEqualTo(shop.play(shop.order("1", "m1", "2026-11-01T09:00")));
        assertThat(lines(paused)).endsWith("11-04 09:00:00 m1 send thanks/care send");
    }

    private Event pause(String type, String at) {
        return shop.event(type, type).with("campaign", ID).about(Subject.RETAILER, Shop.at(at));
    }

    @Test
    void variants_are_as_large_as_written_and_always_the_same() {
        onOrders("now");
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("plain", 700);
        shares.put("warm", 300);
        shop.campaign(campaign(
                Shop.on("order.placed"),
                new Journey(Entry.FREE, List.of(), shares, null, "", false),
                Shop.send("now")));
        List<Event> orders = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            orders.add(shop.order("a" + i, "m" + i, "2026-11-01T09:00"));
            orders.add(shop.order("b" + i, "m" + i, "2026-11-01T09:00"));
        }

        Map<Subject, String> variants = new LinkedHashMap<>();
        for (Decision decision : shop.play(orders)) {
            String variant = decision.intent().variant();
            assertThat(variants.merge(decision.subject(), variant, (one, other) -> other))
                    .isEqualTo(variant);
        }

        long warm = variants.values().stream().filter("warm"::equals).count();
        // why: five standard deviations of a fair draw of 10,000
        assertThat(warm).isBetween(3_000L - 230, 3_000L + 230);
        assertThat(variants).hasSize(10_000).containsValue("plain");
    }

    @Test
    void a_new_occurrence_restarts_whoever_is_inside_where_the_campaign_says_so() {
        onOrders("now", "care");
        Entry restarting = new Entry(Entry.Per.MEMBER, Duration.ZERO, true);
        shop.campaign(campaign(
                Shop.on("order.placed"),
                new Journey(restarting, List.of(), Map.of(), null, "", false),
                Shop.send("now"),
                new Step.Wait(Duration.ofDays(3)),
                Shop.send("care")));

        assertThat(lines(shop.play(
                        shop.order("1", "m1", "2026-11-01T09:00"), shop.order("2", "m1", "2026-11-03T09:00"))))
                .containsExactly(
                        "11-01 09:00:00 m1 send thanks/now send",
                        "11-03 09:00:00 m1 send thanks/now send",
                        "11-06 09:00:00 m1 send thanks/care send");
    }

    @Test
    void once_may_mean_once_and_never_again() {
        onOrders("now");
        Entry once = new Entry(Entry.Per.MEMBER, Entry.NEVER, false);
        shop.campaign(campaign(
                Shop.on("order.placed"), new Journey(once, List.of(), Map.of(), null, "", false), Shop.send("now")));

        assertThat(lines(shop.play(
                        shop.order("1", "m1", "2026-11-01T09:00"), shop.order("2", "m1", "2027-11-01T09:00"))))
                .containsExactly(
                        "11-01 09:00:00 m1 send thanks/now send", "11-01 09:00:00 m1 enrol thanks drop entry.again");
    }

    @Test
    void what_is_on_hold_is_dropped_when_the_member_leaves() {
        shop.quiet(Duration.ofMinutes(30));
        shop.rules.when("order.placed", fact -> true, WrittenRules.enrol(ID)).step(ID, "now");
        Campaign selling = new Campaign(
                ID,
                "campaigns/thanks.yaml",
                Text.of("Thanks"),
                Purpose.MARKETING,
                0,
                Shop.on("order.placed"),
                List.of(Shop.send("now"), new Step.Wait(Duration.ofDays(3)), Shop.send("care")),
                List.of("order.cancelled"),
                null,
                List.of(),
                0);
        shop.campaign(selling);

        List<String> lines = lines(shop.play(
                shop.consents("m1", "2026-11-01T09:00"),
                shop.order("1", "m1", "2026-11-01T23:00"),
                shop.event("order.cancelled", "c")
                        .with("orderId", "o-1")
                        .with("total", 1L)
                        .with("currency", "CNY")
                        .about(Subject.parse("m1"), Shop.at("2026-11-01T23:30"))));

        assertThat(lines)
                .containsExactly(
                        "11-01 23:00:00 m1 send thanks/now hold quiet.hours",
                        "11-01 23:30:00 m1 send thanks/now drop campaign.left");
    }
}
