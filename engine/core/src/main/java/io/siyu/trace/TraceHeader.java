package io.siyu.trace;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a trace: how its lines are to be read.
 *
 * @param mode whether it holds outside events only or every entry of the log
 * @param zone the retailer's time zone, in which schedules of a replay run
 * @param partitions partition count of the house that replays it, from 1 to 1024
 * @param edition hash of the edition that was active at the start; recorded traces only
 * @param engine version of the engine that decided; recorded traces only
 */
public record TraceHeader(
        Mode mode,
        ZoneId zone,
        int partitions,
        @Nullable String edition,
        @Nullable String engine) {

    /** The value of {@code format} this version writes and reads. */
    public static final String FORMAT = "siyu-trace/1";

    /** The partition count of an imported trace unless the caller says otherwise. */
    public static final int DEFAULT_PARTITIONS = 64;

    /** What the lines after the header are. */
    public enum Mode {
        /** Events from outside only; replay makes ticks, letters and schedule occurrences itself. */
        INPUTS,
        /** Every entry with partition, position, kind and {@code at}; replay makes none. */
        RECORDED
    }

    public TraceHeader {
        if (partitions < 1 || partitions > 1024) {
            throw new IllegalArgumentException(
                    "The partitions (" + partitions + ") of a trace must be from 1 to 1024.\nMaybe write 64.");
        }
    }

    /** The header of outside events. */
    public static TraceHeader inputs(ZoneId zone, int partitions) {
        return new TraceHeader(Mode.INPUTS, zone, partitions, null, null);
    }
}
