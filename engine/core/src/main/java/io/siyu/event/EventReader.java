package io.siyu.event;

import io.siyu.event.Opened.Broken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * The gate every event passes: the UTF-8 bytes of one CloudEvents 1.0 object in, a typed event or the reasons against it
 * out. Safe for many threads.
 *
 * <p>A name in {@code data} that the catalogue does not know is refused, since a mistyped field silently left out is a
 * condition silently lost; extension attributes beside {@code data} are passed over, as CloudEvents asks, except {@code
 * at} and {@code backfill}.
 */
public final class EventReader {

    /** Largest event in bytes. */
    public static final int MAX_BYTES = 262_144;

    /** Deepest nesting of objects and lists. */
    public static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(1_000)
                    .maxNumberLength(1_000)
                    .build())
            .build();

    private final Catalogue catalogue;
    private final boolean outside;

    private EventReader(Catalogue catalogue, boolean outside) {
        this.catalogue = catalogue;
        this.outside = outside;
    }

    /** A reader of what others send: house types are refused, and the subject must be of the type's kind. */
    public static EventReader outside(Catalogue catalogue) {
        return new EventReader(catalogue, true);
    }

    /** A reader of what the house wrote itself: logs, letters, recorded traces. */
    public static EventReader inside(Catalogue catalogue) {
        return new EventReader(catalogue, false);
    }

    /** The event in a JSON text. */
    public Reading read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length);
    }

    /** The event in UTF-8 bytes. */
    public Reading read(byte[] json) {
        return read(json, 0, json.length);
    }

    /** The event in a part of a larger text, such as one line of many. */
    public Reading read(byte[] json, int offset, int length) {
        return open(json, offset, length).result();
    }

    /**
     * The log entry {@link EventWriter#write(Entry)} wrote.
     *
     * @throws IllegalArgumentException when it is none: the log is damaged or of another catalogue
     */
    public Entry readEntry(byte[] json) {
        Opened opened = open(json, 0, json.length);
        Reading reading = opened.result();
        Entry entry = reading instanceof Reading.Read read ? opened.entry(read.event()) : null;
        if (entry == null) {
            List<Reason> reasons = reading instanceof Reading.Refused refused ? refused.reasons() : List.of();
            throw new IllegalArgumentException(
                    "This is not a log entry: " + reasons + "\nMaybe the edition lacks an event type it once had.");
        }
        return entry;
    }

    private Opened open(byte[] json, int offset, int length) {
        if (length > MAX_BYTES) {
            String size = "The event has " + length + " bytes; at most " + MAX_BYTES + " are read.";
            return Broken.because("json.size", size, "send less in it.");
        }
        if (!Utf8.isValid(json, offset, length)) {
            return Broken.because("json.utf8", "The bytes are not UTF-8.", "the sender writes another encoding.");
        }
        try {
            Opened opened = envelope(json, offset, length, null);
            // why: values can only be read by their type, which may stand after them
            EventType late = opened instanceof Envelope envelope ? envelope.typeAfterData() : null;
            return late == null ? opened : envelope(json, offset, length, late);
        } catch (StreamConstraintsException tooMuch) {
            String limit = "The JSON is nested deeper than " + MAX_DEPTH + ", or has a name or number without end.";
            return Broken.because("json.limit", limit, "a bracket is not closed.");
        } catch (JacksonException broken) {
            String where = place(broken.getLocation());
            return Broken.because("json.syntax", "This is not JSON" + where + ".", "a quote or bracket is missing.");
        }
    }

    private Opened envelope(byte[] json, int offset, int length, @Nullable EventType type) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json, offset, length)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Envelope envelope = new Envelope(this, parser, Utf8.hasEscape(json, offset, length), type);
                envelope.readAttributes();
                if (parser.nextToken() == null) {
                    return envelope;
                }
            }
            return Broken.because("json.syntax", "An event is exactly one JSON object.", "write {\"id\": …}.");
        }
    }

    Catalogue catalogue() {
        return catalogue;
    }

    boolean outside() {
        return outside;
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
