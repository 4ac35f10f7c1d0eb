package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Journey;
import io.siyu.campaign.Pairs;
import io.siyu.campaign.Registers;
import io.siyu.campaign.Step;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.partition.LoadedEditions;
import io.siyu.rule.Edition;
import io.siyu.rule.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditedJourneysTest extends JourneyTest {
    /** First "now", three days, "care"; then "now", a day, "call", three days, "care", a day, "bye". */
    private List<Decision> edited(boolean moves, boolean carried) {
        onOrders("now", "care", "call", "bye");
        shop.rules.step(ID + "@v1", "care");
        Step.Wait days = new Step.Wait(Duration.ofDays(3));
        Step.Wait day = new Step.Wait(Duration.ofDays(1));
        Campaign first = of("v1", moves, Shop.send("now"), days, Shop.send("care"));
        Edition before = shop.campaign(first).edition("e1");
        Campaign second = of(
                "v2", moves, Shop.send("now"), day, Shop.send("call"), days, Shop.send("care"), day, Shop.send("bye"));
        Campaign earlier = first.named(ID + "@v1");
        Edition all = shop.campaign(earlier).campaign(second).edition("e2");
        Edition after = new Edition(
                "e2",
                all.catalogue(),
                all.settings(),
                Map.of(ID, second),
                all.templates(),
                List.of(),
                all.rules(),
                carrying(carried ? Map.of(earlier.id(), earlier) : Map.of()));
        List<Decision> decisions = new ArrayList<>();
        shop.play(new LoadedEditions(List.of(before, after)), decisions, replay -> {
            replay.event(Shop.at("2026-11-01T09:00"), shop.order("1", "m1", "2026-11-01T09:00"));
            replay.event(Shop.at("2026-11-02T08:00"), activated("2026-11-02T08:00"));
            replay.drain(null);
        });
        return decisions;
    }

    private static Edition.Beside carrying(Map<String, Campaign> earlier) {
        return new Edition.Beside(Registers.UNCHECKED, earlier, Map.of(), Wording.ANY, Pairs.NONE);
    }

    private static Campaign of(String version, boolean moves, Step... steps) {
        return campaign(Shop.on("order.placed"), version(version, moves), steps);
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
        Decision moved = new EditedJourneysTest().edited(true, true).get(2);

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
}
