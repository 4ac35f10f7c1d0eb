package io.siyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.member.Ways;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepCountTest {

    private static Map<String, Long> counted(String step) {
        return Map.of(
                Ways.row("sale", step, Ways.MESSAGE) + "/proposed", 3L,
                Ways.row("sale", step, Ways.MESSAGE) + "/dropped", 1L,
                Ways.row("sale", step, Ways.MESSAGE) + "/sent", 2L,
                Ways.row("sale-2", step, Ways.MESSAGE) + "/proposed", 9L);
    }

    private static StepCount of(String step) {
        return new StepCount(step, "message", 3, 1, 0, 0, 0, 2, 0, 0, 0);
    }

    @Test
    void a_step_keeps_its_name_whatever_slashes_are_in_it() {
        assertThat(StepCount.of("sale", counted("hello"))).containsExactly(of("hello"));
        assertThat(StepCount.of("sale", counted("hello/again"))).containsExactly(of("hello/again"));
        assertThat(StepCount.of("sale", counted("/"))).containsExactly(of("/"));
        assertThat(StepCount.of("sale", counted(""))).containsExactly(of(""));
    }

    @Test
    void what_is_counted_for_others_or_not_at_all_has_no_row() {
        assertThat(StepCount.of("sal", counted("hello"))).isEmpty();
        assertThat(StepCount.of("sale", Map.of())).isEmpty();
    }

    @Test
    void what_sends_nothing_is_sent_when_it_is_done() {
        Map<String, Long> entered = Map.of("sale//enrol/proposed", 2L, "sale//enrol/passed", 2L);
        assertThat(StepCount.of("sale", entered))
                .containsExactly(new StepCount("", "enrol", 2, 0, 0, 0, 0, 2, 0, 0, 0))
                .allMatch(StepCount::isBalanced);
    }
}
