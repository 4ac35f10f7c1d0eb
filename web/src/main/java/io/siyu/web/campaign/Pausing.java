package io.siyu.web.campaign;

import java.util.Set;

/**
 * Campaigns told to stop sending for a while, or for good. While one is paused nothing is lost: what it would send waits. Safe
 * for many threads.
 */
public interface Pausing {

    /**
     * What campaigns were told, as the partitions last committed it.
     *
     * @throws io.siyu.partition.StoreDownException when the store cannot be asked
     */
    Told told();

    /**
     * What campaigns were told.
     *
     * @param paused those that wait
     * @param ended those that are over, by hand or by goal
     */
    record Told(Set<String> paused, Set<String> ended) {
        public Told {
            paused = Set.copyOf(paused);
            ended = Set.copyOf(ended);
        }
    }

    /** Parks the messages of a campaign that no channel has taken yet, and those it decides from now on. */
    void pause(String campaign);

    /** Releases what was parked, each message once. */
    void resume(String campaign);

    /** Ends a campaign for good: nothing of it is decided or sent any more. */
    void end(String campaign);
}
