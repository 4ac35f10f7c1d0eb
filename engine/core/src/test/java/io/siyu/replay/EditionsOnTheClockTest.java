package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.partition.LoadedEditions;
import io.siyu.rule.Edition;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EditionsOnTheClockTest {
    private static final int COUPONS = 1_000;

    private final Shop shop = new Shop().partitions(16);

    private Edition reminder(String hash, Duration before) {
        return shop.campaign(
                        "expiring",
                        Purpose.SERVICE,
                        new Trigger.OnDate("coupon.expiresAt", before, List.of()),
                        Shop.send("remind"))
                .edition(hash);
    }

    private Event activated(String hash, long revision, String at) {
        return shop.event("edition.activated", "edition-" + revision)
                .with("edition", hash)
                .with("revision", revision)
                .about(Subject.RETAILER, Shop.at(at));
    }

    private static Instant expiry(int coupon) {
        return Shop.at("2026-11-10T00:00").plus(Duration.ofMinutes(10L * coupon));
    }

    private Event coupon(int number) {
        return shop.event("coupon.issued", "issued-" + number)
                .with("couponId", "c" + number)
                .with("kind", "A")
                .with("expiresAt", expiry(number))
                .about(Subject.member("m" + number), Shop.at("2026-11-01T09:00"));
    }

    private List<Decision> play(List<Edition> editions, List<Event> events) {
        LoadedEditions loaded = new LoadedEditions(editions);
        ReplayPlan plan =
                new ReplayPlan(loaded, (decision, state, edition) -> edition.hash(), shop.catalogue, null, 16, 1);
        List<Decision> decisions = new ArrayList<>();
        try (Replay replay = new Replay(plan, Replay.into(decisions))) {
            events.forEach(event -> replay.event(event.time(), event));
            replay.drain(null);
        }
        return decisions;
    }

    private void remind() {
        shop.rules
                .when(
                        "step.due",
                        fact -> WrittenRules.isStep(fact, "expiring", "")
                                && fact.coupon() != null
                                && fact.coupon().redemptions() == 0,
                        WrittenRules.enrol("expiring"))
                .step("expiring", "remind");
    }

    @Test
    void open_coupons_are_reminded_once_although_72_hours_become_48() {
        remind();
        Edition nothing = shop.edition("none");
        List<Edition> editions =
                List.of(nothing, reminder("h72", Duration.ofDays(3)), reminder("h48", Duration.ofDays(2)));
        List<Event> events = new ArrayList<>();
        events.add(activated("none", 1, "2026-11-01T08:00"));
        for (int i = 0; i < COUPONS; i++) {
            events.add(coupon(i));
        }
        events.add(activated("h72", 2, "2026-11-05T12:00"));
        events.add(activated("h48", 3, "2026-11-09T00:00"));

        Map<String, Decision> reminded = new TreeMap<>();
        for (Decision decision : play(editions, events)) {
            if (decision.sends()) {
                assertThat(reminded.put(decision.subject().id(), decision)).isNull();
            }
        }
        assertThat(reminded).hasSize(COUPONS);
        assertThat(reminded.values().stream().filter(d -> d.edition().equals("h72")))
                .hasSizeBetween(280, 300);
        reminded.values().forEach(EditionsOnTheClockTest::at_the_right_hour);
    }

    private static void at_the_right_hour(Decision decision) {
        boolean before = decision.edition().equals("h72");
        int coupon = Integer.parseInt(decision.subject().id().substring(1));
        Instant due = expiry(coupon).minus(Duration.ofDays(before ? 3 : 2));
        Instant published = Shop.at("2026-11-09T00:00");
        assertThat(decision.at()).isEqualTo(before || due.isAfter(published) ? due : published);
    }
}
