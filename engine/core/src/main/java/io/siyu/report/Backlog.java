package io.siyu.report;

import io.siyu.dispatch.Lane;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What waits in the house at one moment. Ages are in the house's time.
 *
 * @param lags of every partition, in order
 * @param letters written and not yet in the log they are addressed to
 * @param claimed messages that were claimed and have no outcome
 * @param memory of the fullest server of the store
 */
public record Backlog(List<Lag> lags, Map<Lane, Queue> lanes, long letters, long claimed, Memory memory) {

    /**
     * How far one partition is behind.
     *
     * @param entries in its log that are not decided
     * @param oldest how long the first of them has waited; zero if there is none
     * @param timer how late the earliest timer is that is due; zero if none is
     * @param unprojected entries decided whose decisions screens do not show yet
     * @param unarchived entries decided that the archive does not hold yet
     */
    public record Lag(
            int partition, long entries, Duration oldest, Duration timer, long unprojected, long unarchived) {}

    /**
     * The messages of a lane that nobody has claimed.
     *
     * @param oldest how long the first of them has waited; zero if there is none
     */
    public record Queue(long messages, Duration oldest) {}

    /**
     * What a store's server uses, in bytes.
     *
     * @param limit what it may use; 0 if nothing limits it
     */
    public record Memory(long used, long limit) {}

    public Backlog {
        lags = List.copyOf(lags);
        lanes = Collections.unmodifiableMap(new EnumMap<>(lanes));
    }
}
