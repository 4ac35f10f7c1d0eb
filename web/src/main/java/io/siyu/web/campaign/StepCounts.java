package io.siyu.web.campaign;

import io.siyu.report.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was decided about a campaign's steps so far. */
@Component
class StepCounts {
    private final ObjectProvider<Watch> watch;

    StepCounts(ObjectProvider<Watch> watch) {
        this.watch = watch;
    }

    /** One step and what was decided about it, the reasons apart. */
    record StepFigures(String step, List<Figure> figures) {
        StepFigures {
            figures = List.copyOf(figures);
        }
    }

    /**
     * How often.
     *
     * @param verdict {@code send}, {@code hold} or {@code drop}
     * @param reason empty for what was sent
     */
    record Figure(String verdict, String reason, long count) {}

    /** The figures of one campaign, by step. */
    List<StepFigures> of(String campaign) {
        return of(campaign, counted());
    }

    /** All that was counted, for those who ask about several campaigns. */
    Map<String, Long> counted() {
        return new TreeMap<>(watch.stream().findFirst().map(Watch::steps).orElse(Map.of()));
    }

    /** The figures of one campaign among all that was counted. */
    List<StepFigures> of(String campaign, Map<String, Long> counted) {
        Map<String, List<Figure>> steps = new TreeMap<>();
        String prefix = campaign + "/";
        counted.forEach((key, count) -> {
            if (key.startsWith(prefix)) {
                String rest = key.substring(prefix.length());
                int slash = rest.lastIndexOf('/', rest.indexOf(':') < 0 ? rest.length() : rest.indexOf(':'));
                String[] verdict = rest.substring(slash + 1).split(":", 2);
                steps.computeIfAbsent(rest.substring(0, slash), step -> new ArrayList<>())
                        .add(new Figure(verdict[0], verdict.length > 1 ? verdict[1] : "", count));
            }
        });
        return steps.entrySet().stream()
                .map(step -> new StepFigures(step.getKey(), step.getValue()))
                .toList();
    }
}
