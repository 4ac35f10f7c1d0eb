package io.siyu.replay.suite;

import io.siyu.message.Compose;
import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Scenario;
import io.siyu.replay.ScenarioRun;
import io.siyu.rule.RuleSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Plays a suite on some threads; what comes of it does not depend on how many. */
public final class SuiteRun {
    private static final int SHARE = 64;

    private final Suite suite;
    private final Compose compose = new LiquidTexts();
    private final Queue<RuleSession> idle = new ConcurrentLinkedQueue<>();

    private final @Nullable Coverage coverage;

    private SuiteRun(Suite suite, @Nullable Coverage coverage) {
        this.suite = suite;
        this.coverage = coverage;
    }

    /**
     * Plays all scenarios.
     *
     * @param workers threads, from 1
     * @return one for each scenario, in the order they are written
     */
    public static List<Played> play(Suite suite, int workers) {
        return new SuiteRun(suite, null).all(workers);
    }

    /** The same, and {@code coverage} counts what the rules met. */
    public static List<Played> play(Suite suite, int workers, Coverage coverage) {
        return new SuiteRun(suite, coverage).all(workers);
    }

    private List<Played> all(int workers) {
        List<Callable<List<Played>>> shares = new ArrayList<>();
        for (Suite.Part part : suite.parts()) {
            List<Scenario> all = part.scenarios();
            for (int from = 0; from < all.size(); from += SHARE) {
                List<Scenario> mine = all.subList(from, Math.min(from + SHARE, all.size()));
                shares.add(() -> play(part.focus(), mine));
            }
        }
        try {
            return Workers.all(workers, shares).stream().flatMap(List::stream).toList();
        } finally {
            idle.forEach(RuleSession::close);
        }
    }

    private List<Played> play(Focus focus, List<Scenario> scenarios) {
        RuleSession free = idle.poll();
        RuleSession session = free == null ? suite.edition().rules().open() : free;
        try (ScenarioRun run = new ScenarioRun(focus.edition(new LentRules(focus, session, coverage)), compose)) {
            List<Played> played = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                long begun = System.nanoTime();
                ScenarioRun.Result result = run.play(scenario);
                played.add(new Played(scenario, result, System.nanoTime() - begun));
            }
            return played;
        } finally {
            idle.add(session);
        }
    }
}
