package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Journey;
import io.siyu.campaign.Step;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decide;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gift three days before a birthday and wishes on the day, when the house or the member comes late. */
class LateBirthdaysTest extends JourneyTest {
    private Instant next = Instant.EPOCH;

    @BeforeEach
    void giftThenWishes() {
        shop.rules
                .when("step.due", fact -> WrittenRules.isStep(fact, ID, ""), WrittenRules.enrol(ID))
                .step(ID, "gift")
                .step(ID, "wishes");
        shop.campaign(campaign(
                new Trigger.OnDate("member.birthday", Duration.ofDays(3), List.of()),
                Journey.PLAIN,
                new Step.Until(LocalTime.of(10, 0)),
                Shop.send("gift"),
                new Step.Wait(Duration.ofHours(71)),
                new Step.Until(LocalTime.of(10, 0)),
                Shop.send("wishes")));
    }

    private Event joined(String birthday, String at) {
        return shop.event("member.joined", "joined-" + at)
                .with("birthday", birthday)
                .about(Subject.parse("m1"), Shop.at(at));
    }

    @Test
    void who_joins_two_days_before_gets_the_gift_at_once_and_the_wishes_on_the_day() {
        assertThat(lines(shop.play(joined("03-20", "2026-03-18T14:00"))))
                .containsExactly(
                        "03-18 14:00:00 m1 send thanks/gift send", "03-20 10:00:00 m1 send thanks/wishes send");
    }

    @Test
    void who_joins_on_the_day_is_wished_on_the_day() {
        assertThat(lines(shop.play(joined("03-20", "2026-03-20T14:00"))))
                .containsExactly(
                        "03-20 14:00:00 m1 send thanks/gift send", "03-20 14:00:00 m1 send thanks/wishes send");
        assertThat(lines(shop.play(joined("03-20", "2026-03-20T23:59:59")))).hasSize(2);
    }

    @Test
    void who_joins_the_day_after_waits_for_the_next_year() {
        assertThat(shop.play(joined("03-20", "2026-03-21T00:00"))).isEmpty();
    }

    @Test
    void a_leap_day_is_over_with_the_28th_of_a_common_year() {
        assertThat(lines(shop.play(joined("02-29", "2027-02-28T23:00")))).hasSize(2);
        assertThat(shop.play(joined("02-29", "2027-03-01T00:00"))).isEmpty();
        assertThat(lines(shop.play(joined("02-29", "2028-02-29T23:00")))).hasSize(2);
    }

    @Test
    void a_house_that_was_down_wishes_while_it_is_the_day() {
        assertThat(lines(downUntil("2026-03-20T09:00")))
                .containsExactly(
                        "03-20 09:00:00 m1 send thanks/gift send", "03-20 10:00:00 m1 send thanks/wishes send");
        assertThat(lines(downUntil("2026-03-20T23:59:59"))).hasSize(2);
    }

    @Test
    void a_house_that_was_down_over_the_day_says_why_it_did_not_wish_and_wishes_the_next_year() {
        assertThat(lines(downUntil("2026-03-21T00:00"))).containsExactly("03-21 00:00:00 m1 enrol thanks drop stale");

        assertThat(next).isEqualTo(Shop.at("2027-03-17T00:00"));
    }

    /** What is decided about somebody known long before, when nothing is looked at until then. */
    private List<Decision> downUntil(String at) {
        Decide decide = new Decide(shop.edition("e1"), shop.rules.open(), 8);
        Event joined = joined("03-20", "2026-03-10T09:00");
        var known = decide.event(State.fresh(Subject.member("m1"), 1), PartitionState.fresh(0), joined, joined.time());
        List<Decision> decisions = new ArrayList<>();
        State state = known.state();
        var up = decide.timer(state, known.partition(), Shop.at(at));
        decisions.addAll(up.decisions());
        state = up.state();
        while (state.timers()
                .next()
                .filter(due -> due.isBefore(Shop.at("2026-12-01T00:00")))
                .isPresent()) {
            var next = decide.timer(state, up.partition(), state.timers().next().orElseThrow());
            decisions.addAll(next.decisions());
            state = next.state();
        }
        next = state.timers().next().orElseThrow();
        return decisions;
    }
}
