package io.siyu.replay;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.event.Reading;
import io.siyu.event.Reason;
import io.siyu.trace.BrokenTrace;
import io.siyu.trace.TraceHeader;
import io.siyu.trace.TraceLine;
import io.siyu.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole trace in memory.
 *
 * @param events in order of time; activations of editions are left out, since the caller says which edition decides
 * @param activations how many of those there were
 */
public record TraceEvents(TraceHeader header, List<Traced> events, int activations) {
    public TraceEvents {
        events = List.copyOf(events);
    }

    /** One event, its log time, and the line it was read from. */
    public record Traced(TraceLine line, Instant at, Event event) {}

    /**
     * Reads a trace.
     *
     * @throws BrokenTrace when a line cannot be read, with its number
     */
    public static TraceEvents read(Path path, Catalogue catalogue) throws IOException {
        EventReader reader = EventReader.inside(catalogue);
        List<Traced> events = new ArrayList<>();
        int activations = 0;
        try (TraceReader lines = new TraceReader(path, path.toString())) {
            for (Optional<TraceLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                Traced traced = traced(lines.name(), line.get(), reader);
                if (traced.event().type().name().equals("edition.activated")) {
                    activations++;
                } else {
                    events.add(traced);
                }
            }
            return new TraceEvents(lines.header(), events, activations);
        }
    }

    /** The event of a line. */
    static Traced traced(String name, TraceLine line, EventReader reader) {
        Reading reading = reader.read(line.json());
        if (reading instanceof Reading.Read read) {
            Instant at = read.at() == null ? read.event().time() : read.at();
            return new Traced(line, at, read.event());
        }
        StringBuilder why = new StringBuilder();
        for (Reason reason : ((Reading.Refused) reading).reasons()) {
            why.append(why.isEmpty() ? "" : "\n")
                    .append(reason.pointer())
                    .append(' ')
                    .append(reason.message());
        }
        throw new BrokenTrace(name, line.number(), why.toString().strip());
    }
}
