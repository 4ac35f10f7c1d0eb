package io.siyu.replay.suite;

import io.siyu.playbook.Scenario;
import io.siyu.replay.ScenarioRun.Result;

/**
 * A scenario that was played.
 *
 * @param nanos how long it took
 */
public record Played(Scenario scenario, Result result, long nanos) {

    /** Whether it ended as written. */
    public boolean passed() {
        return result.isAsExpected();
    }
}
