package io.siyu.replay;

import java.util.List;
import java.util.Map;

/** Runs one minute of every partition that has something to do, and returns when all are done. */
@FunctionalInterface
interface MinuteRun {
    void run(List<? extends Lane> lanes, Map<Integer, LaneMinute> minute);
}
