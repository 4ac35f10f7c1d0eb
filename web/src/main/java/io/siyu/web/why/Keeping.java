package io.siyu.web.why;

import io.siyu.archive.Because;
import io.siyu.archive.Why;
import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.replay.TraceEvents.Traced;
import io.siyu.replay.shrink.Evidence;
import io.siyu.replay.shrink.TraceScenario;
import io.siyu.replay.shrink.TraceShrink;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.trace.TraceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes a test of what happened to a member: the fewest of its events that bring the same, as a scenario under the edition
 * that decided then.
 */
@Component
class Keeping {
    /** A subject's newest events, of which the fewest that matter are kept. */
    private static final int MOST = 200;

    /** Its newest events that are kept of what brought nothing: there is no telling which of them matter. */
    private static final int FEW = 20;

    private static final int PARTITIONS = 4;
    private static final byte[] NO_LINE = new byte[0];

    private final Why why;

    Keeping(Why why) {
        this.why = why;
    }

    /** The file of scenarios; empty when what happened does not show in a scenario. */
    Optional<String> scenario(Subject subject, String event, List<Because> because) {
        List<Entry> past = why.past(subject, event);
        if (past.isEmpty() || (subject.kind() != SubjectKind.MEMBER && subject.kind() != SubjectKind.COMMUNITY)) {
            return Optional.empty();
        }
        Edition edition = because.get(0).edition();
        List<Traced> traced = traced(past.subList(Math.max(0, past.size() - MOST), past.size()));
        Set<String> wanted = wanted(because.get(0));
        Evidence evidence = evidence(subject, edition, event, wanted);
        try (TraceShrink shrink = new TraceShrink(evidence, PARTITIONS)) {
            List<Traced> fewest = wanted.isEmpty()
                    ? traced.subList(Math.max(0, traced.size() - FEW), traced.size())
                    : shrink.fewest(traced);
            String name = "Kept: " + event + " of " + subject.written();
            return fewest.isEmpty()
                    ? Optional.empty()
                    : new TraceScenario(edition, Optional.empty(), evidence).told(name, fewest);
        }
    }

    private static List<Traced> traced(List<Entry> past) {
        List<Traced> traced = new ArrayList<>();
        for (Entry entry : past) {
            traced.add(new Traced(new TraceLine(traced.size() + 2, NO_LINE), entry.at(), entry.event()));
        }
        return traced;
    }

    /** What the event brought, apart from what was due in the same entry. */
    private static Set<String> wanted(Because because) {
        String event = because.entry().event().id();
        return because.judged().stream()
                .filter(judged -> judged.intent().event().equals(event))
                // why: a scenario leaves entering a campaign out, as its first step tells it
                .filter(judged -> !judged.intent().action().equals(Action.ENROL.word()))
                .map(judged -> told(
                        judged.intent().rule(),
                        judged.ruling().verdict().word(),
                        judged.ruling().reason()))
                .collect(Collectors.toSet());
    }

    /** That the event brings what it brought then. */
    private static Evidence evidence(Subject subject, Edition edition, String event, Set<String> wanted) {
        return replay -> {
            Set<String> made = replay.apply(edition).stream()
                    .filter(decision -> isOf(decision, subject, event))
                    .map(decision -> told(
                            decision.intent().rule(),
                            decision.ruling().verdict().word(),
                            decision.ruling().reason()))
                    .collect(Collectors.toSet());
            return made.containsAll(wanted) ? Optional.of(subject) : Optional.empty();
        };
    }

    // why: a scenario gives its events ids of its own, so there only the subject is known
    private static boolean isOf(Decision decision, Subject subject, String event) {
        String cause = decision.intent().event();
        return decision.subject().equals(subject) && (cause.equals(event) || cause.startsWith("event-"));
    }

    private static String told(String rule, String verdict, String reason) {
        return rule + " " + verdict + " " + reason;
    }
}
