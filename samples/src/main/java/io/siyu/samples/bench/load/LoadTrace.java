package io.siyu.samples.bench.load;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.EventWriter;
import io.siyu.trace.TraceHeader;
import io.siyu.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The fixed mix as a trace of outside events, spread over a year: by day some of them are held until the evening. */
public final class LoadTrace {
    private static final Duration YEAR = Duration.ofDays(365);

    private LoadTrace() {}

    /** Writes all members' introductions and then so many events. */
    public static void write(Workload workload, Catalogue catalogue, long events, Path trace) throws IOException {
        Instant begin = workload.start();
        Duration gap = YEAR.dividedBy(events);
        EventWriter writer = new EventWriter(catalogue);
        TraceHeader header = TraceHeader.inputs(ZoneOffset.UTC, TraceHeader.DEFAULT_PARTITIONS);
        try (TraceWriter out = new TraceWriter(trace, header)) {
            for (int member = 0; member < workload.members(); member++) {
                for (Event told : workload.introduction(catalogue, member)) {
                    out.write(writer.write(told));
                }
            }
            for (long number = 0; number < events; number++) {
                out.write(writer.write(workload.event(catalogue, number, begin.plus(gap.multipliedBy(number)))));
            }
            out.finish();
        }
    }
}
