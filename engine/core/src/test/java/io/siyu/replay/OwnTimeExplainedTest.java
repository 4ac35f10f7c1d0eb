package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decide;
import io.siyu.decision.Ruling;
import io.siyu.decision.Witness;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.partition.StepScan;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever explains a decision hears what the member's own clock shows, and at what the step is due by it. */
class OwnTimeExplainedTest {
    private final Shop shop = new Shop();

    private List<Witness.Heard> heard(LocalClock clock) {
        shop.rules.step("sale", "open");
        Trigger trigger = new Trigger.OnCadence(LocalDate.parse("2026-11-03"), 1, List.of(), clock);
        Edition edition = shop.campaign(
                        "sale", Purpose.SERVICE, trigger, Shop.send("open", 1, "10:00", Duration.ofHours(4)))
                .edition("e1");
        List<Witness.Heard> heard = new ArrayList<>();
        Witness witness = new Witness() {
            @Override
            public void asked(Fact fact) {}

            @Override
            public void judged(Intent intent, List<Heard> guards, Ruling ruling) {
                guards.stream()
                        .filter(one -> one.guard().equals("member.clock"))
                        .forEach(heard::add);
            }
        };
        Event lives = shop.event("member.updated", "u")
                .with("zone", "Asia/Urumqi")
                .about(Subject.parse("m1"), Shop.at("2026-11-01T09:00"));
        Decide decide = new Decide(edition, shop.rules.open(), 8, witness);
        State state = decide.event(State.fresh(lives.subject(), 1), PartitionState.fresh(0), lives, lives.time())
                .state();
        Occurrence open = Schedule.occurrences(edition.campaigns().values(), Shop.SHANGHAI, Instant.EPOCH, Instant.MAX)
                .get(0);
        Event scan = StepScan.of(shop.catalogue.require("scan"), open, 0);
        decide.step(state, PartitionState.fresh(0), scan, open.planned());
        return heard;
    }

    @Test
    void an_explanation_tells_when_it_is_due_by_the_members_clock_and_what_that_shows() {
        assertThat(heard(LocalClock.MEMBER))
                .containsExactly(new Witness.Heard(
                        "member.clock",
                        "member.clock",
                        List.of(new Witness.Saw("2026-11-03T10:00 Asia/Urumqi", "2026-11-03T02:00 Asia/Urumqi"))));
    }

    @Test
    void by_the_retailers_clock_it_is_silent() {
        assertThat(heard(LocalClock.RETAILER)).containsExactly(new Witness.Heard("member.clock", "", List.of()));
    }
}
