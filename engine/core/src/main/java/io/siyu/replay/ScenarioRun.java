package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.decision.Verdict;
import io.siyu.event.Event;
import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.message.Compose;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Advance;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.Scenario.Expected;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Plays scenarios through an edition on a virtual clock, one after the other, and compares what was decided with what was
 * expected. Rule sessions and texts are kept from one to the next, nothing of what happened. Not for many threads.
 */
public final class ScenarioRun implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final Set<String> ENTERING = Set.of("enrol", "call");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ReplayPlan plan;
    private final Advance advance;
    private final ZoneId zone;

    /** A house under this edition, with these texts. */
    public ScenarioRun(Edition edition, Compose compose) {
        this.plan = new ReplayPlan(hash -> edition, compose, edition.catalogue(), edition.hash(), PARTITIONS, 1);
        this.advance = new Advance(plan.editions(), compose, PARTITIONS);
        this.zone = edition.settings().zone();
    }

    /**
     * What came of it.
     *
     * @param missing expected, but not decided
     * @param unexpected decided, but not expected
     * @param broken promises that would have been broken, with member and day, unless the scenario expects the drop
     * @param faults rules or entries that could not be evaluated
     */
    public record Result(List<String> missing, List<String> unexpected, List<String> broken, List<String> faults) {
        public Result {
            broken = List.copyOf(broken);
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
            faults = List.copyOf(faults);
        }

        /** Whether the scenario ended as written. */
        public boolean isAsExpected() {
            return missing.isEmpty() && unexpected.isEmpty() && broken.isEmpty() && faults.isEmpty();
        }

        /** The differences, one a line. */
        public String told() {
            StringBuilder told = new StringBuilder();
            missing.forEach(line -> told.append("missing     ").append(line).append('\n'));
            unexpected.forEach(line -> told.append("unexpected  ").append(line).append('\n'));
            broken.forEach(line -> told.append("promise     ").append(line).append('\n'));
            faults.forEach(line -> told.append("fault       ").append(line).append('\n'));
            return told.toString();
        }
    }

    /** Plays one scenario and forgets the edition. */
    public static Result play(Scenario scenario, Edition edition) {
        try (ScenarioRun run = new ScenarioRun(edition, new LiquidTexts())) {
            return run.play(scenario);
        }
    }

    /** Plays the scenario to the end of all its timers and schedules; one without an end goes on while it is told of. */
    public Result play(Scenario scenario) {
        Heard heard = new Heard();
        play(scenario, heard);
        return compare(scenario.expected(), heard);
    }

    /** All that is decided while a scenario is played, and what each partition knows of itself afterwards. */
    public record Played(List<Decision> decisions, List<PartitionState> partitions) {
        public Played {
            decisions = List.copyOf(decisions);
            partitions = List.copyOf(partitions);
        }
    }

    /** Plays the scenario and compares nothing. */
    public Played played(Scenario scenario) {
        List<Decision> decisions = new ArrayList<>();
        return new Played(decisions, play(scenario, decisions::add));
    }

    /** What is decided while the scenario is played, but for calls and entering campaigns, which the first step tells. */
    public List<Decision> decisions(Scenario scenario) {
        Heard heard = new Heard();
        play(scenario, heard);
        return List.copyOf(heard.decisions);
    }

    private List<PartitionState> play(Scenario scenario, ReplayWatcher heard) {
        try (Replay replay = new Replay(plan, heard, advance)) {
            for (Event event : scenario.events()) {
                replay.event(event.time(), event);
            }
            replay.drain(scenario.lastMoment().plus(MINUTE));
            replay.drain(null);
            return replay.partitions();
        }
    }

    @Override
    public void close() {
        advance.close();
    }

    private Result compare(List<Expected> expected, Heard heard) {
        List<Decision> left = new ArrayList<>(heard.decisions);
        List<String> missing = new ArrayList<>();
        for (Expected wanted : expected) {
            if (!removeFirst(left, wanted)) {
                missing.add("line " + wanted.line() + ": " + wanted.told(zone));
            }
        }
        List<String> broken = left.stream()
                .flatMap(decision -> BrokenPromise.of(decision, zone).stream())
                .map(BrokenPromise::told)
                .toList();
        List<String> unexpected = left.stream()
                .filter(decision -> !BrokenPromise.isOne(decision))
                .map(this::told)
                .toList();
        return new Result(missing, unexpected, broken, heard.faults);
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
        // why: a broken promise is a finding; only who names it says that it is meant
        boolean reason = (wanted.reason() == null && !BrokenPromise.isOne(decision))
                || decision.ruling().reason().equals(wanted.reason());
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

    private String told(Decision decision) {
        String reason = decision.ruling().reason();
        String until = decision.ruling().until() == null
                ? ""
                : " until " + Expected.local(decision.ruling().until(), zone);
        String text = decision.text().isEmpty()
                ? ""
                : "\n                " + decision.text().replace("\n", " ");
        return Expected.local(decision.at(), zone) + " " + word(decision) + " " + what(decision.intent()) + " "
                + decision.subject().written() + (reason.isEmpty() ? "" : " (" + reason + ")") + until + text;
    }

    /** The decision in the scenario's words: a message is sent, held or dropped; other actions are named themselves. */
    public static String word(Decision decision) {
        if (decision.ruling().verdict() != Verdict.SEND) {
            return decision.ruling().verdict().word();
        }
        String action = decision.intent().action();
        return action.equals("push") ? "send" : action;
    }

    /** What a decision is about, in the scenario's words: campaign and step, else the target. */
    public static String what(Intent intent) {
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
            boolean entered = ENTERING.contains(decision.intent().action())
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
