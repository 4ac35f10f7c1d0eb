package io.siyu.event;

import io.siyu.campaign.Nearest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The reading of one CloudEvents object, attribute by attribute, in any order. */
final class Envelope implements Opened {

    private static final int LONGEST = 200;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final List<String> KNOWN = List.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "data",
            "at",
            "backfill",
            "datacontenttype",
            "position",
            "kind");
    private static final int REQUIRED = 6;
    private static final int DATA = 6;
    private static final Values NOTHING = new Values(List.of(), new @Nullable Object[0]);

    private final Catalogue catalogue;
    private final boolean outside;
    private final JsonParser json;
    private final Reasons reasons = new Reasons();
    private final ValueReader values;
    private final DataReader dataReader;
    private final boolean[] seen = new boolean[KNOWN.size()];
    private @Nullable Set<String> extensions;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable EventType type;
    private @Nullable String subjectText;
    private @Nullable Instant time;
    private @Nullable Instant at;
    private boolean backfill;
    private @Nullable Values data;
    private long position;
    private @Nullable EntryKind kind;

    /** @param type the type when it is known from an earlier reading of the same object */
    Envelope(EventReader reader, JsonParser json, boolean escapes, @Nullable EventType type) {
        this.catalogue = reader.catalogue();
        this.outside = reader.outside();
        this.type = type;
        this.json = json;
        this.values = new ValueReader(json, reasons, catalogue.currencyDigits(), escapes);
        this.dataReader = new DataReader(json, reasons, values, catalogue.currency());
    }

    /** Reads all attributes of the object at the current token. */
    void readAttributes() {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            int known = KNOWN.indexOf(name);
            boolean twice = known < 0 ? !extension(name) : seen[known];
            if (twice) {
                dataReader.duplicate(name);
            } else if (known < 0) {
                json.skipChildren();
            } else {
                seen[known] = true;
                attribute(name);
            }
        }
    }

    /** The type, when the data stood before it and was passed over unread. */
    @Nullable
    EventType typeAfterData() {
        return seen[DATA] && data == null ? type : null;
    }

    @Override
    public Reading result() {
        Subject subject = subject();
        Values values = data();
        refuseMissing();
        refuseTooEarly();
        if (!reasons.isEmpty() || id == null || source == null || type == null || subject == null || time == null) {
            return new Reading.Refused(reasons.list());
        }
        Event event = new Event(id, source, type, subject, time, values, backfill);
        return new Reading.Read(event, at, this.values.personal());
    }

    @Override
    public @Nullable Entry entry(Event event) {
        return position < 1 || kind == null || at == null ? null : new Entry(position, at, kind, event);
    }

    private Values data() {
        if (data != null || type == null) {
            return data == null ? NOTHING : data;
        }
        reasons.enter("/data");
        Values empty = dataReader.absent(type.fields());
        reasons.enter("");
        return empty;
    }

    private @Nullable Subject subject() {
        if (subjectText == null) {
            return type != null && type.about() == SubjectKind.RETAILER ? Subject.RETAILER : null;
        }
        try {
            Subject subject = Subject.parse(subjectText);
            if (type != null && outside && subject.kind() != type.about()) {
                String kind = type.about().word();
                String message = "Events of type (" + type + ") are about a " + kind + ", not a "
                        + subject.kind().word() + ".";
                reasons.add("subject", "event.subject", message, "\"" + kind + "/" + subject.id() + "\".");
            }
            return subject;
        } catch (IllegalArgumentException wrong) {
            String[] parts = String.valueOf(wrong.getMessage()).split("\nMaybe ", 2);
            reasons.add("subject", "event.subject", parts[0], parts[parts.length - 1]);
            return null;
        }
    }

    private void refuseMissing() {
        for (int i = 0; i < REQUIRED; i++) {
            boolean implied = KNOWN.get(i).equals("subject") && type != null && type.about() == SubjectKind.RETAILER;
            if (!seen[i] && !implied) {
                String message = "The attribute (" + KNOWN.get(i) + ") is missing.";
                reasons.add(KNOWN.get(i), "event.missing", message, "add it; CloudEvents 1.0 says how.");
            }
        }
    }

    private void refuseTooEarly() {
        if (at != null && time != null && !backfill && time.isAfter(at.plus(AHEAD))) {
            String message = "The time is more than 24 hours after the log time.";
            reasons.add("time", "event.time", message, "the sender's clock or zone is wrong.");
        }
    }

    private boolean extension(String name) {
        if (extensions == null) {
            extensions = new HashSet<>();
        }
        return extensions.add(name);
    }

    private void attribute(String name) {
        switch (name) {
            case "specversion" -> specversion();
            case "id" -> id = word(name);
            case "source" -> source = word(name);
            case "type" -> type();
            case "subject" -> subjectText = word(name);
            case "time" -> time = time(name);
            case "at" -> at = time(name);
            case "backfill" -> backfill = values.attributeFlag(name);
            case "datacontenttype" -> contentType();
            case "position" -> position();
            case "kind" -> kind();
            default -> readData();
        }
    }

    private void position() {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && !outside) {
            position = json.getLongValue();
        } else {
            json.skipChildren();
        }
    }

    private void kind() {
        if (json.currentToken() == JsonToken.VALUE_STRING && !outside) {
            kind = EntryKind.of(json.getString()).orElse(null);
        } else {
            json.skipChildren();
        }
    }

    private void specversion() {
        if (!"1.0".equals(word("specversion"))) {
            reasons.add("specversion", "event.version", "Only CloudEvents 1.0 are read.", "write \"1.0\".");
        }
    }

    private void contentType() {
        String given = word("datacontenttype");
        if (given != null && !given.startsWith("application/json")) {
            reasons.add("datacontenttype", "event.content", "The data must be JSON.", "write \"application/json\".");
        }
    }

    private void type() {
        String name = word("type");
        if (name == null) {
            return;
        }
        EventType found = catalogue.type(name).orElse(null);
        if (found == null) {
            List<String> names = catalogue.types().stream()
                    .filter(t -> !(outside && t.house()))
                    .map(EventType::name)
                    .toList();
            String near = Nearest.to(name, names)
                    .map(n -> "\"" + n + "\" was meant.")
                    .orElse("add it to the retailer's catalogue.yaml.");
            reasons.add("type", "event.type", "The event type (" + name + ") is not in the catalogue.", near);
        } else if (outside && found.house()) {
            String message = "Only the house itself makes events of type (" + name + ").";
            reasons.add("type", "event.house", message, "choose a type of your own.");
        } else {
            type = found;
        }
    }

    private void readData() {
        EventType known = type;
        if (json.currentToken() == JsonToken.VALUE_NULL || known == null) {
            json.skipChildren();
            return;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            values.wrong("data", "an object", "write {}.");
            data = NOTHING;
            return;
        }
        reasons.enter("/data");
        data = dataReader.read(known.fields());
        reasons.enter("");
    }

    private @Nullable String word(String name) {
        String text = values.text(name, LONGEST);
        if (text != null && (text.isBlank() || hasControl(text))) {
            reasons.add(name, "event.value", "The " + name + " is empty or has control characters.", "trim it.");
            return null;
        }
        return text;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Instant time(String name) {
        Instant instant = values.instant(name);
        if (instant != null && (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST))) {
            reasons.add(name, "event.time", "The time is outside 1970 to 2100.", "a wrong unit was converted.");
            return null;
        }
        return instant;
    }
}
