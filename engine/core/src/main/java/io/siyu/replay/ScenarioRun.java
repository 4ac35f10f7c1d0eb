package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.decision.Verdict;
import io.siyu.event.Event;
import io.siyu.member.Intent;
import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.Scenario.Expected;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plays one scenario through an edition on a virtual clock and compares what was decided with what was expected. */
public final class ScenarioRun {

    private static final int PARTITIONS = 4;
    private static final String ENROL = "enrol";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private ScenarioRun() {}

    /**
     * What came of it.
     *
     * @param missing expected, but not decided
     * @param unexpected decided, but not expected
     * @param faults rules or entries that could not be evaluated
     */
    public record Result(List<String> missing, List<String> unexpected, List<String> faults) {
        public Result {
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
            faults = List.copyOf(faults);
        }

        /** Whether the scenario ended as written. */
        public boolean isAsExpected() {
            return missing.isEmpty() && unexpected.isEmpty() && faults.isEmpty();
        }

        /** The differences, one a line. */
        public String told() {
            StringBuilder told = new StringBuilder();
            missing.forEach(line -> told.append("missing     ").append(line).append('\n'));
            unexpected.forEach(line -> told.append("unexpected  ").append(line).append('\n'));
            faults.forEach(line -> told.append("fault       ").append(line).append('\n'));
            return told.toString();
        }
    }

    /** Plays the scenario to the end of all its timers and schedules; one without an end goes on while it is told of. */
    public static Result play(Scenario scenario, Edition edition) {
        Heard heard = new Heard();
        ReplayPlan plan =
                new ReplayPlan(hash -> edition, new LiquidTexts(), edition.catalogue(), edition.hash(), PARTITIONS, 1);
        try (Replay replay = new Replay(plan, heard)) {
            for (Event event : scenario.events()) {
                replay.event(event.time(), event);
            }
            replay.drain(scenario.lastMoment().plus(MINUTE));
            replay.drain(null);
        }
        return compare(scenario.expected(), heard);
    }

    private static Result compare(List<Expected> expected, Heard heard) {
        List<Decision> left = new ArrayList<>(heard.decisions);
        List<String> missing = new ArrayList<>();
        for (Expected wanted : expected) {
            if (!removeFirst(left, wanted)) {
                missing.add("line " + wanted.line() + ": " + wanted.told());
            }
        }
        return new Result(missing, left.stream().map(ScenarioRun::told).toList(), heard.faults);
    }

    private static boolean removeFirst(List<Decision> decisions, Expected wanted) {
        for (int i = 0; i < decisions.size(); i++) {
            if (meets(decisions.get(i), wanted)) {
                decisions.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean meets(Decision decision, Expected wanted) {
        boolean reason = wanted.reason() == null
                || wanted.reason().equals(decision.ruling().reason());
        boolean until = wanted.until() == null
                || wanted.until().equals(decision.ruling().until());
        boolean text = wanted.text() == null || decision.text().contains(wanted.text());
        return decision.at().equals(wanted.at())
                && word(decision).equals(wanted.decision())
                && what(decision.intent()).equals(wanted.what())
                && decision.subject().written().equals(wanted.of())
                && reason
                && until
                && text;
    }

    private static String told(Decision decision) {
        String reason = decision.ruling().reason();
        String until = decision.ruling().until() == null
                ? ""
                : " until " + decision.ruling().until();
        String text = decision.text().isEmpty()
                ? ""
                : "\n                " + decision.text().replace("\n", " ");
        return decision.at() + " " + word(decision) + " " + what(decision.intent()) + " "
                + decision.subject().written() + (reason.isEmpty() ? "" : " (" + reason + ")") + until + text;
    }

    /** The decision in the scenario's words: a message is sent, held or dropped; other actions are named themselves. */
    private static String word(Decision decision) {
        if (decision.ruling().verdict() != Verdict.SEND) {
            return decision.ruling().verdict().word();
        }
        String action = decision.intent().action();
        return action.equals("push") ? "send" : action;
    }

    private static String what(Intent intent) {
        return intent.campaign() == null
                        || intent.step() == null
                        || intent.step().isEmpty()
                ? intent.target()
                : intent.campaign() + "/" + intent.step();
    }

    /** What a replay tells; entering a campaign is left out, as its first step tells it. */
    private static final class Heard implements ReplayWatcher {

        private final List<Decision> decisions = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();

        @Override
        public void decided(Decision decision) {
            boolean entered = decision.intent().action().equals(ENROL)
                    && decision.ruling().verdict() == Verdict.SEND;
            if (!entered) {
                decisions.add(decision);
            }
        }

        @Override
        public void fault(String fault) {
            faults.add(fault);
        }
    }
}
