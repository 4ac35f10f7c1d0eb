package io.siyu.partition.redis;

import io.siyu.archive.PastEntry;
import io.siyu.campaign.Text;
import io.siyu.event.Catalogue;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.event.EventType;
import io.siyu.event.EventWriter;
import io.siyu.event.Reading;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.event.Values;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** How entries lie in the log's stream. */
final class EntryForm {
    private static final EventType UNREADABLE =
            new EventType("entry.unreadable", SubjectKind.PARTITION, true, Text.of("Unreadable"), List.of());

    private final Supplier<Catalogue> catalogue;
    private volatile Forms forms;

    private record Forms(Catalogue catalogue, EventReader reader, EventWriter writer) {}

    /** Reads and writes with the newest catalogue; catalogues only grow. */
    EntryForm(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
        this.forms = forms(catalogue.get());
    }

    private static Forms forms(Catalogue catalogue) {
        return new Forms(catalogue, EventReader.inside(catalogue), new EventWriter(catalogue));
    }

    private Forms forms() {
        Catalogue newest = catalogue.get();
        if (forms.catalogue() != newest) {
            forms = forms(newest);
        }
        return forms;
    }

    /** The type the house itself relies on. */
    EventType require(String type) {
        return forms().catalogue().require(type);
    }

    byte[] write(Event event) {
        return forms().writer().write(event);
    }

    /** One element of the stream, as Redis answers it: id, then names and values in the order they were written. */
    Entry read(int partition, List<?> element) {
        long position = position((byte[]) element.get(0));
        List<?> fields = (List<?>) element.get(1);
        EntryKind kind = EntryKind.valueOf(text(fields.get(1)).toUpperCase(Locale.ROOT));
        Instant at = Micros.instant(Long.parseLong(text(fields.get(3))));
        return new Entry(position, at, kind, event(partition, position, at, (byte[]) fields.get(5)));
    }

    /** One entry of the archive. */
    Entry read(int partition, PastEntry past) {
        byte[] json = past.event().getBytes(StandardCharsets.UTF_8);
        return new Entry(past.position(), past.at(), past.kind(), event(partition, past.position(), past.at(), json));
    }

    /** An event in its JSON form; one no catalogue can read any more stands for itself, and is decided as dead. */
    private Event event(int partition, long position, Instant at, byte[] json) {
        if (forms().reader().read(json) instanceof Reading.Read read) {
            return read.event();
        }
        Values nothing = new Values(List.of(), new Object[0]);
        String id = partition + "-" + position;
        return new Event(id, "siyu", UNREADABLE, Subject.partition(partition), at, nothing, false);
    }

    static long position(byte[] id) {
        String text = text(id);
        return Long.parseLong(text.substring(0, text.indexOf('-')));
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    /** The bytes of a text as Redis keeps them. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
