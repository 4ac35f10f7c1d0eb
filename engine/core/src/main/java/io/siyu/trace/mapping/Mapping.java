package io.siyu.trace.mapping;

import io.siyu.event.Catalogue;
import io.siyu.trace.csv.CsvSource;
import java.time.ZoneId;
import java.util.List;

/**
 * How a shop's files read as events.
 *
 * @param file the mapping file, as messages call it
 * @param zone the zone of times written without one, and of the trace
 * @param catalogue the event types the house knows
 * @param sources the files, in the order that decides between events of the same time
 * @param ignored names of files that lie beside them and are not read
 * @param events the kinds of event made from them
 */
public record Mapping(
        String file,
        ZoneId zone,
        Catalogue catalogue,
        List<CsvSource> sources,
        List<String> ignored,
        List<EventForm> events) {

    public Mapping {
        sources = List.copyOf(sources);
        ignored = List.copyOf(ignored);
        events = List.copyOf(events);
    }
}
