package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Entry;
import io.siyu.campaign.Journey;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntriesOnTheClockTest extends JourneyTest {
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

    private List<String> heldOverNight(Step... steps) {
        shop.quiet(Duration.ofMinutes(30));
        onOrders("now");
        shop.campaign(new Campaign(
                ID,
                "campaigns/thanks.yaml",
                Text.of("Thanks"),
                Purpose.MARKETING,
                0,
                Shop.on("order.placed"),
                List.of(steps),
                List.of("order.cancelled"),
                null,
                List.of(),
                0));
        return lines(shop.play(
                shop.consents("m1", "2026-11-01T09:00"),
                shop.order("1", "m1", "2026-11-01T23:00"),
                shop.event("order.cancelled", "c")
                        .with("orderId", "o-1")
                        .with("total", 1L)
                        .with("currency", "CNY")
                        .about(Subject.parse("m1"), Shop.at("2026-11-01T23:30"))));
    }

    @Test
    void what_is_on_hold_is_dropped_when_the_member_leaves() {
        assertThat(heldOverNight(Shop.send("now"), new Step.Wait(Duration.ofDays(3)), Shop.send("care")))
                .containsExactly(
                        "11-01 23:00:00 m1 send thanks/now hold quiet.hours",
                        "11-01 23:30:00 m1 send thanks/now drop campaign.left");
    }

    @Test
    void so_is_what_a_last_step_has_on_hold() {
        assertThat(heldOverNight(Shop.send("now")))
                .containsExactly(
                        "11-01 23:00:00 m1 send thanks/now hold quiet.hours",
                        "11-01 23:30:00 m1 send thanks/now drop campaign.left");
    }

    @Test
    void behind_its_last_hold_an_enrolment_is_over() {
        shop.quiet(Duration.ofMinutes(30));
        onOrders("now");
        Entry one = new Entry(Entry.Per.MEMBER, Duration.ZERO, false);
        shop.campaign(new Campaign(
                ID,
                "campaigns/thanks.yaml",
                Text.of("Thanks"),
                Purpose.MARKETING,
                0,
                Shop.on("order.placed"),
                List.of(Shop.send("now")),
                List.of(),
                null,
                List.of(),
                0,
                new Journey(one, List.of(), Map.of(), null, "", false)));

        List<Decision> decisions = shop.play(
                shop.consents("m1", "2026-11-01T09:00"),
                shop.order("1", "m1", "2026-11-01T23:00"),
                shop.order("2", "m1", "2026-11-01T23:30"),
                shop.order("3", "m1", "2026-11-02T12:00"));

        assertThat(lines(decisions))
                .filteredOn(line -> !line.contains("08:"))
                .containsExactly(
                        "11-01 23:00:00 m1 send thanks/now hold quiet.hours",
                        "11-01 23:30:00 m1 enrol thanks drop entry.live",
                        "11-02 12:00:00 m1 send thanks/now send");
        assertThat(sent(decisions)).hasSize(2);
    }
}
