package io.siyu.trace.mapping;

import io.siyu.campaign.Nearest;
import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.SubjectKind;
import io.siyu.playbook.Fields;
import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reading of one entry of {@code events}, checked against the catalogue. */
final class EventFormReader {

    private final String defaultSource;
    private final List<String> sources;
    private final Catalogue catalogue;
    private final ValueReader values;

    EventFormReader(String defaultSource, List<String> sources, Catalogue catalogue, ValueReader values) {
        this.defaultSource = defaultSource;
        this.sources = sources;
        this.catalogue = catalogue;
        this.values = values;
    }

    /** The form of event; empty, with faults, when a part without which nothing can be made is missing. */
    Optional<EventForm> read(Fields fields) {
        try (fields) {
            List<Field> known = type(fields).map(EventType::fields).orElse(List.of());
            return fields.has("once") ? Optional.of(once(fields, known)) : rows(fields, known);
        }
    }

    private Optional<EventType> type(Fields fields) {
        String name = fields.requiredText("type");
        Optional<EventType> type = catalogue.type(name).filter(found -> !found.house());
        if (type.isEmpty() && !name.isEmpty()) {
            List<String> names = catalogue.types().stream()
                    .filter(known -> !known.house())
                    .map(EventType::name)
                    .toList();
            String maybe = Nearest.maybe(name, names, "add it to a catalogue file and name that under \"catalogue\".");
            fields.fault("type", "mapping.type", "No event from outside is called \"" + name + "\".\n" + maybe);
        }
        return type;
    }

    private Optional<EventForm> rows(Fields fields, List<Field> known) {
        String type = fields.text("type").orElse("");
        String from = fields.requiredText("from");
        if (!from.isEmpty() && !sources.contains(from)) {
            String told = "There is no source \"" + from + "\".\n" + Nearest.maybe(from, sources);
            fields.fault("from", "mapping.source", told);
        }
        List<String> group = fields.texts("group");
        Optional<Value> id = values.head(fields, "id", "text");
        Optional<Value> subject = values.head(fields, "subject", "text");
        Optional<Value> time = values.head(fields, "time", "time");
        Optional<Expression> when = fields.value("when", Expression::of);
        String source = fields.text("source").orElse(defaultSource);
        Map<String, YamlNode> written = fields.entries("data");
        List<Value> data = known.isEmpty() ? List.of() : values.data(written, known, type);
        complete(fields, known, written.keySet());
        if (id.isEmpty() || subject.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        List<Value> all = new ArrayList<>(List.of(id.get(), subject.get(), time.get()));
        all.addAll(data);
        return Optional.of(new EventForm.OfRows(type, source, from, group, when.orElse(null), all, fields.mapping()));
    }

    private EventForm once(Fields fields, List<Field> known) {
        String type = fields.text("type").orElse("");
        SubjectKind about = fields.requiredValue("once", EventFormReader::kind, SubjectKind.MEMBER);
        Shift offset = fields.value("offset", Shift::parse).orElse(Shift.NONE);
        Template id = fields.requiredValue("id", EventFormReader::subjectOnly, new Template(List.of(""), List.of()));
        String source = fields.text("source").orElse(defaultSource);
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, YamlNode> written = fields.entries("data");
        written.forEach((name, node) -> {
            if (known.isEmpty() || values.field(name, node, known, type).isPresent()) {
                data.put(name, constant(fields, name, node));
            }
        });
        complete(fields, known, written.keySet());
        return new EventForm.OncePerSubject(type, source, about, offset, id, data, fields.mapping());
    }

    private static void complete(Fields fields, List<Field> known, Set<String> written) {
        for (Field field : known) {
            if (field.required() && !written.contains(field.name())) {
                String told = "The data lacks \"" + field.name() + "\", which every "
                        + fields.text("type").orElse("event") + " has.\nMaybe add it.";
                fields.fault("data", "mapping.field", told);
            }
        }
    }

    private static Object constant(Fields fields, String name, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return ValueReader.typed(text);
        }
        String told = "Data of an event once per subject is the same for all: \"" + name
                + "\" must be plain text.\nMaybe make the event from the rows of a source.";
        fields.faults().add(node, "mapping.value", told);
        return "";
    }

    private static SubjectKind kind(String word) {
        return SubjectKind.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "it must be a kind of subject.\nMaybe \"member\", \"store\" or \"community\"."));
    }

    private static Template subjectOnly(String text) {
        Template template = Template.of(text);
        if (!template.columns().equals(List.of("subject"))) {
            throw new IllegalArgumentException(
                    "it must name the subject once, and no column.\nMaybe \"joined-{subject}\".");
        }
        return template;
    }
}
