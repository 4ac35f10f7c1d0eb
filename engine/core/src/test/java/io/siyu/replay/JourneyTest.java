package io.siyu.replay;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Entry;
import io.siyu.campaign.Journey;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Window;
import io.siyu.decision.Decision;
import io.siyu.rule.WrittenRules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A shop with one campaign, and how its decisions read. */
abstract class JourneyTest {
    static final String ID = "thanks";
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    final Shop shop = new Shop();

    static Campaign campaign(Trigger trigger, Journey journey, Step... steps) {
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

    static Journey version(String version, boolean moves) {
        return new Journey(Entry.FREE, List.of(), Map.of(), null, version, moves);
    }

    static Journey within(String from, String until) {
        return new Journey(
                Entry.FREE,
                List.of(),
                Map.of(),
                new Window(LocalDateTime.parse(from), LocalDateTime.parse(until)),
                "",
                false);
    }

    void onOrders(String... steps) {
        shop.rules.when("order.placed", fact -> true, WrittenRules.enrol(ID));
        for (String step : steps) {
            shop.rules.step(ID, step);
        }
    }

    static List<Instant> sent(List<Decision> decisions) {
        return decisions.stream().filter(Decision::sends).map(Decision::at).toList();
    }

    static List<String> lines(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> !decision.intent().action().equals("enrol")
                        || !decision.ruling().reason().isEmpty())
                .map(Shop::line)
                .toList();
    }
}
