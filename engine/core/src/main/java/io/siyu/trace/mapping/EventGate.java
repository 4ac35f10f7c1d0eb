package io.siyu.trace.mapping;

import io.siyu.event.Catalogue;
import io.siyu.event.EventReader;
import io.siyu.event.EventWriter;
import io.siyu.event.Reading;
import io.siyu.event.Reason;
import java.util.stream.Collectors;

/**
 * The check every event passes before it stands in a trace: the same gate as at the front door of the house, so what
 * imports is also accepted. Personal values stay out of the trace, which only says that they are present.
 */
final class EventGate {

    private final EventReader reader;
    private final EventWriter writer;
    private long personal;

    EventGate(Catalogue catalogue) {
        this.reader = EventReader.outside(catalogue);
        this.writer = new EventWriter(catalogue);
    }

    /** The event in the form of the log. */
    byte[] passed(byte[] json) throws BadRow {
        Reading reading = reader.read(json);
        if (reading instanceof Reading.Read read) {
            personal += read.personal().size();
            return writer.write(read.event());
        }
        throw new BadRow(told((Reading.Refused) reading));
    }

    /** How many personal values were kept out. */
    long personal() {
        return personal;
    }

    private static String told(Reading.Refused refused) {
        return refused.reasons().stream().map(EventGate::told).collect(Collectors.joining("\n"));
    }

    private static String told(Reason reason) {
        return reason.pointer().isEmpty() ? reason.message() : reason.pointer() + ": " + reason.message();
    }
}
