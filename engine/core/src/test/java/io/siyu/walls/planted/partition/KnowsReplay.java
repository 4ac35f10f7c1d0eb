package io.siyu.walls.planted.partition;

import io.siyu.walls.planted.replay.VirtualClock;

/** A loop that asks whether it is replayed. */
record KnowsReplay(VirtualClock clock) {}
