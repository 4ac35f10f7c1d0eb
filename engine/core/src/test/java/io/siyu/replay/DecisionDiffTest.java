package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.siyu.replay.DecisionDiff.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionDiffTest {
    private static final Fate SENT = fate("send", "");
    private static final Fate HELD = fate("hold", "quiet.hours");
    private static final Fate CAPPED = fate("drop", "cap.global");

    private final DecisionDiff diff = new DecisionDiff();

    private static Fate fate(String verdict, String reason) {
        return new Fate("thanks", "now", "send", "thanks/now", verdict, reason);
    }

    @Test
    void tells_nothing_of_what_ended_alike_whatever_came_between() {
        diff.before("p1", "m1", HELD);
        diff.before("p1", "m1", SENT);
        diff.after("p1", "m1", SENT);
        assertThat(diff.changes()).isEmpty();
        assertThat(diff.proposals(false)).isOne();
    }

    @Test
    void groups_what_changed_alike_the_most_first_and_names_a_few() {
        for (int i = 0; i < 5; i++) {
            diff.before("p" + i, "m" + i % 4, SENT);
            diff.after("p" + i, "m" + i % 4, CAPPED);
        }
        diff.before("gone", "m9", SENT);
        diff.after("new", "m8", HELD);
        assertThat(diff.changes())
                .extracting(Change::before, Change::after, Change::count, Change::subjects, Change::examples)
                .containsExactly(
                        tuple(SENT, CAPPED, 5L, 4L, List.of("m0", "m1", "m2")),
                        tuple(null, HELD, 1L, 1L, List.of("m8")),
                        tuple(SENT, null, 1L, 1L, List.of("m9")));
    }
}
