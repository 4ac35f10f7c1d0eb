package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.report.Watch;
import io.siyu.web.campaign.StepCounts.Figure;
import io.siyu.web.campaign.StepCounts.StepFigures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class StepCountsTest {
    private final StepCounts counts =
            new StepCounts(new StaticListableBeanFactory(Map.of("watch", new Counted())).getBeanProvider(Watch.class));

    @Test
    void counts_each_step_of_this_campaign_and_no_other_the_reasons_apart() {
        assertThat(counts.of("sale"))
                .containsExactly(
                        new StepFigures(
                                "last",
                                List.of(
                                        new Figure("drop", "cap.global", 7),
                                        new Figure("hold", "quiet.hours", 2),
                                        new Figure("send", "", 40))),
                        new StepFigures("wait/inside", List.of(new Figure("drop", "promise.a/b", 1))));
        assertThat(counts.of("sal")).isEmpty();
    }

    @Test
    void a_server_of_screens_alone_counts_nothing() {
        StepCounts none = new StepCounts(new StaticListableBeanFactory().getBeanProvider(Watch.class));
        assertThat(none.of("sale")).isEmpty();
    }

    /** A house that decided a few times. */
    private static final class Counted implements CountedWatch {

        @Override
        public Map<String, Long> steps() {
            return Map.of(
                    "sale/last/send", 40L,
                    "sale/last/drop:cap.global", 7L,
                    "sale/last/hold:quiet.hours", 2L,
                    "sale/wait/inside/drop:promise.a/b", 1L,
                    "sale-2/last/send", 99L);
        }
    }
}
