package io.siyu.replay.shrink;

import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.message.Compose;
import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.Scenario.Expected;
import io.siyu.playbook.ScenarioReader;
import io.siyu.playbook.ScenarioWriter;
import io.siyu.playbook.ScenarioWriter.Story;
import io.siyu.replay.ScenarioRun;
import io.siyu.replay.TraceEvents.Traced;
import io.siyu.rule.Edition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A few events of a trace told as a scenario, with what an edition decides as its end.
 *
 * @param edition decides
 * @param against fails the scenario; absent if there is no other edition
 * @param evidence must be seen in the scenario, too
 */
public record TraceScenario(Edition edition, Optional<Edition> against, Evidence evidence) {

    private static final Compose COMPOSE = new LiquidTexts();
    private static final Map<String, SubjectKind> INTRODUCTIONS =
            Map.of("member.joined", SubjectKind.MEMBER, "community.updated", SubjectKind.COMMUNITY);

    /** The file of scenarios; empty when no scenario shows what the trace shows. */
    public Optional<String> told(String name, List<Traced> events) {
        for (boolean introduced : new boolean[] {true, false}) {
            Story story = story(name, events, introduced);
            Optional<Scenario> plain = read(story, List.of());
            if (plain.isPresent() && shows(plain.get())) {
                List<Decision> decisions = decisions(plain.get(), edition);
                for (boolean texts : new boolean[] {false, true}) {
                    List<Expected> expected = decisions.stream()
                            .map(decision -> expected(decision, texts))
                            .toList();
                    if (read(story, expected).filter(this::tells).isPresent()) {
                        return Optional.of(ScenarioWriter.file(edition, story, expected));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean shows(Scenario scenario) {
        return evidence.in(one -> decisions(scenario, one)).isPresent();
    }

    /** Whether the edition ends the scenario as written, and the other does not. */
    private boolean tells(Scenario scenario) {
        return ScenarioRun.play(scenario, edition).isAsExpected()
                && against.stream()
                        .noneMatch(other -> ScenarioRun.play(scenario, other).isAsExpected());
    }

    private static List<Decision> decisions(Scenario scenario, Edition edition) {
        try (ScenarioRun run = new ScenarioRun(edition, COMPOSE)) {
            return run.decisions(scenario);
        }
    }

    private Optional<Scenario> read(Story story, List<Expected> expected) {
        Faults faults = new Faults();
        String file = ScenarioWriter.file(edition, story, expected);
        List<Scenario> read = ScenarioReader.read(story.name(), file.getBytes(StandardCharsets.UTF_8), edition, faults);
        return faults.isEmpty() ? Optional.of(read.get(0)) : Optional.empty();
    }

    private static Expected expected(Decision decision, boolean texts) {
        String reason = decision.ruling().reason();
        String text = decision.text().lines().findFirst().orElse("");
        return new Expected(
                decision.at(),
                ScenarioRun.word(decision),
                ScenarioRun.what(decision.intent()),
                decision.subject().written(),
                reason.isEmpty() ? null : reason,
                decision.ruling().until(),
                texts && !text.isEmpty() ? text : null,
                0);
    }

    /**
     * @param introduced whether what introduces a member or a community is told of it before the start, as people would
     *     write it, and not as an event
     */
    private static Story story(String name, List<Traced> events, boolean introduced) {
        Map<Subject, Optional<Event>> cast = new LinkedHashMap<>();
        List<Event> left = new ArrayList<>();
        for (Traced one : events) {
            Event event = inSeconds(one);
            boolean first = !cast.containsKey(event.subject());
            SubjectKind kind = INTRODUCTIONS.get(event.type().name());
            if (first && introduced && kind == event.subject().kind()) {
                cast.put(event.subject(), Optional.of(event));
            } else {
                cast.putIfAbsent(event.subject(), Optional.empty());
                left.add(event);
            }
        }
        Instant start = left.isEmpty()
                ? events.get(0).at().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofSeconds(1))
                : left.get(0).time();
        return new Story(name, start, cast, left);
    }

    /** The event at its log time, which is what decides, in the seconds a scenario is written in. */
    private static Event inSeconds(Traced traced) {
        Event event = traced.event();
        Instant at = traced.at().truncatedTo(ChronoUnit.SECONDS);
        return new Event(event.id(), event.source(), event.type(), event.subject(), at, event.data(), false);
    }
}
