package io.siyu.report.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.report.canary.Comparison.Against;
import io.siyu.report.canary.Conduct.Kind;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Kind SENT = new Kind("thanks", "now", "send", "", true);
    private static final Kind HELD = new Kind("thanks", "now", "hold", "quiet.hours", false);

    private static Conduct conduct(long events, long dead, long failed, long sent) {
        return new Conduct(events, dead, failed, 0, Map.of(SENT, sent));
    }

    private static Comparison compared(Conduct canary, Conduct rest) {
        return new Comparison(canary, rest, 8, 2);
    }

    @Test
    void the_same_for_as_many_events_speaks_against_nothing() {
        assertThat(compared(conduct(100, 0, 1, 30), conduct(800, 0, 8, 240)).against())
                .isEmpty();
        assertThat(compared(Conduct.NONE, Conduct.NONE).against()).isEmpty();
        assertThat(compared(conduct(10, 0, 0, 10), Conduct.NONE).against()).isEmpty();
    }

    @Test
    void one_entry_that_cannot_be_decided_is_enough_unless_others_have_them_too() {
        assertThat(compared(conduct(100, 1, 0, 0), conduct(800, 0, 0, 0)).against())
                .containsExactly(Against.DEAD);
        assertThat(compared(conduct(100, 1, 0, 0), conduct(800, 8, 0, 0)).against())
                .isEmpty();
    }

    @Test
    void a_promise_it_would_break_is_enough() {
        Conduct canary = new Conduct(100, 0, 0, 1, Map.of());
        assertThat(compared(canary, conduct(800, 0, 0, 0)).against()).containsExactly(Against.BROKEN);
    }

    @Test
    void what_may_be_chance_waits_for_more() {
        assertThat(compared(conduct(100, 0, 3, 0), conduct(800, 0, 8, 0)).against())
                .isEmpty();
        assertThat(compared(conduct(1_000, 0, 60, 0), conduct(8_000, 0, 80, 0)).against())
                .containsExactly(Against.FAILED);
    }

    @Test
    void what_a_schedule_brings_goes_by_members_whatever_few_events_came() {
        assertThat(compared(conduct(1, 0, 0, 1_000), conduct(30, 0, 0, 8_000)).against())
                .isEmpty();
        assertThat(compared(conduct(60, 0, 0, 1_000), conduct(1_800, 0, 0, 8_000))
                        .against())
                .isEmpty();
    }

    @Test
    void messages_may_become_twice_as_many_and_half_as_few_but_not_more() {
        Conduct rest = conduct(8_000, 0, 0, 2_400);
        assertThat(compared(conduct(1_000, 0, 0, 590), rest).against()).isEmpty();
        assertThat(compared(conduct(1_000, 0, 0, 900), rest).against()).containsExactly(Against.MORE);
        assertThat(compared(conduct(1_000, 0, 0, 155), rest).against()).isEmpty();
        assertThat(compared(conduct(1_000, 0, 0, 60), rest).against()).containsExactly(Against.FEWER);
    }

    @Test
    void chance_alone_sends_nobody_back() {
        SplittableRandom random = new SplittableRandom(11);
        for (int house = 0; house < 200; house++) {
            long here = 0;
            long there = 0;
            for (int hundred = 1; hundred <= 50; hundred++) {
                here += sent(random, 100);
                there += sent(random, 800);
                Conduct canary = conduct(100L * hundred, 0, here / 10, here);
                Comparison now = new Comparison(canary, conduct(800L * hundred, 0, there / 10, there), 8, 1.001);
                assertThat(now.against()).as("house %d after %s", house, canary).isEmpty();
            }
        }
    }

    private static long sent(SplittableRandom random, int events) {
        return random.ints(events, 0, 100).filter(chance -> chance < 30).count();
    }

    @Test
    void tells_what_differs_first() {
        Conduct canary = new Conduct(1_000, 0, 0, 0, Map.of(SENT, 300L, HELD, 200L));
        Conduct rest = new Conduct(8_000, 0, 0, 0, Map.of(SENT, 2_400L));
        assertThat(compared(canary, rest).lines())
                .containsExactly(new Comparison.Line(HELD, 200, 0, true), new Comparison.Line(SENT, 300, 2_400, false));
    }

    @Test
    void what_is_within_reason_is_above_one() {
        assertThatThrownBy(() -> new Comparison(Conduct.NONE, Conduct.NONE, 8, 1))
                .hasMessageContaining("Maybe 2");
    }
}
