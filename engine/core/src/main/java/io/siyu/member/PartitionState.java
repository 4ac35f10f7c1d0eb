package io.siyu.member;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The state of one partition itself, written by the same commit as its subjects' states.
 *
 * @param edition hash of the edition in force; empty before the first activation
 * @param revision grows with every activation; a lower one is ignored
 * @param ended campaigns that are over, by goal or by hand
 * @param paused campaigns whose unclaimed messages are parked
 * @param steps per {@code campaign/step/verdict} (and reason, for drops) how many final decisions and holds
 */
public record PartitionState(
        int number, String edition, long revision, Set<String> ended, Set<String> paused, Map<String, Long> steps) {

    public PartitionState {
        ended = Collections.unmodifiableSet(new TreeSet<>(ended));
        paused = Collections.unmodifiableSet(new TreeSet<>(paused));
        steps = Collections.unmodifiableMap(new TreeMap<>(steps));
    }

    /** A partition that has heard nothing yet. */
    public static PartitionState fresh(int number) {
        return new PartitionState(number, "", 0, Set.of(), Set.of(), Map.of());
    }
}
