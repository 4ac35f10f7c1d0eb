package io.siyu.replay;

import io.siyu.event.Catalogue;
import io.siyu.message.Compose;
import io.siyu.partition.Editions;
import org.jspecify.annotations.Nullable;

/**
 * What a replay runs with.
 *
 * @param inForce hash of the edition active from the start; null if the trace activates its own
 * @param partitions the trace's partition count, whatever the number of workers
 * @param workers threads, from 1; never changes what is decided
 */
public record ReplayPlan(
        Editions editions,
        Compose compose,
        Catalogue catalogue,
        @Nullable String inForce,
        int partitions,
        int workers) {}
