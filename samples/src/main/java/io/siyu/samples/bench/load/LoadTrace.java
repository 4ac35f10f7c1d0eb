package io.siyu.samples.bench.load;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.EventWriter;
import io.siyu.trace.TraceHeader;
import io.siyu.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** The fixed mix as a trace of outside events. */
public final class LoadTrace {
    private LoadTrace() {}

    /** Writes all members' introductions and then so many events. */
    public static void write(Workload workload, Catalogue catalogue, long events, Path trace) throws IOException {
        EventWriter writer = new EventWriter(catalogue);
        TraceHeader header = TraceHeader.inputs(ZoneOffset.UTC, TraceHeader.DEFAULT_PARTITIONS);
        try (TraceWriter out = new TraceWriter(trace, header)) {
            for (int member = 0; member < workload.members(); member++) {
                for (Event told : workload.introduction(catalogue, member)) {
                    out.write(writer.write(told));
                }
            }
            for (long number = 0; number < events; number++) {
                out.write(writer.write(workload.event(catalogue, number)));
            }
            out.finish();
        }
    }
}
