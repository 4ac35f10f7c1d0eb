package io.siyu.trace.mapping;

import io.siyu.campaign.Nearest;
import io.siyu.event.SubjectKind;
import io.siyu.playbook.Fields;
import io.siyu.playbook.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reading of one entry of {@code events}. */
final class EventFormReader {

    private final String defaultSource;
    private final List<String> sources;
    private final ValueReader values;

    EventFormReader(String defaultSource, List<String> sources, ValueReader values) {
        this.defaultSource = defaultSource;
        this.sources = sources;
        this.values = values;
    }

    Optional<EventForm> read(Fields fields) {
        try (fields) {
            return fields.has("once") ? Optional.of(once(fields)) : rows(fields);
        }
    }

    private Optional<EventForm> rows(Fields fields) {
        String from = fields.requiredText("from");
        if (!from.isEmpty() && !sources.contains(from)) {
            fields.fault(
                    "from", "mapping.source", "There is no source \"" + from + "\".\n" + Nearest.maybe(from, sources));
        }
        List<String> group = fields.texts("group");
        Optional<Value> id = values.head(fields, "id", new Form.Text());
        Optional<Value> subject = values.head(fields, "subject", new Form.Text());
        Optional<Value> time = values.head(fields, "time", values.standardTime());
        Optional<Expression> when = fields.value("when", Expression::of);
        String type = fields.requiredText("type");
        String source = fields.text("source").orElse(defaultSource);
        Map<String, Value> data = new LinkedHashMap<>();
        fields.entries("data")
                .forEach((name, node) -> values.read(name, node).ifPresent(value -> data.put(name, value)));
        if (id.isEmpty() || subject.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        EventForm.Head head = new EventForm.Head(id.get(), subject.get(), time.get());
        return Optional.of(
                new EventForm.OfRows(type, source, from, group, when.orElse(null), head, data, fields.mapping()));
    }

    private EventForm once(Fields fields) {
        SubjectKind about = fields.requiredValue("once", EventFormReader::kind, SubjectKind.MEMBER);
        Shift offset = fields.value("offset", Shift::parse).orElse(Shift.NONE);
        Template id = fields.requiredValue("id", EventFormReader::subjectOnly, new Template(List.of(""), List.of()));
        String type = fields.requiredText("type");
        String source = fields.text("source").orElse(defaultSource);
        Map<String, Object> data = new LinkedHashMap<>();
        fields.entries("data").forEach((name, node) -> constant(fields, name, node, data));
        return new EventForm.OncePerSubject(type, source, about, offset, id, data, fields.mapping());
    }

    private static void constant(Fields fields, String name, YamlNode node, Map<String, Object> data) {
        if (node instanceof YamlNode.Text text) {
            data.put(name, ValueReader.typed(text));
        } else {
            fields.faults()
                    .add(
                            node,
                            "mapping.value",
                            "Data of an event once per subject is the same for all: \"" + name
                                    + "\" must be plain text.\nMaybe make the event from the rows of a source.");
        }
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
