package io.siyu.playbook;

import io.siyu.campaign.Durations;
import io.siyu.campaign.Geohash;
import io.siyu.event.Event;
import io.siyu.event.EventWriter;
import io.siyu.event.Field;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.playbook.Scenario.Expected;
import io.siyu.rule.Edition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes a scenario in the form {@link ScenarioReader} reads. What is personal is not in an event; a stand-in is written. */
public final class ScenarioWriter {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N}/_-]*([.][\\p{L}\\p{N}/_-]+)*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null");
    private static final String SOMEBODY = "\"…\"";

    private final EventWriter writer;
    private final ZoneId zone;
    private final Story story;
    private final StringBuilder text = new StringBuilder("version: 1\nscenarios:\n\n");

    /**
     * What happens in a scenario.
     *
     * @param start from which its times are counted
     * @param cast who is in it, the first of them meant where nobody is named; with what is told of each, if anything is
     * @param events in order of time
     */
    public record Story(String name, Instant start, Map<Subject, Optional<Event>> cast, List<Event> events) {
        public Story {
            cast = Collections.unmodifiableMap(new LinkedHashMap<>(cast));
            events = List.copyOf(events);
        }
    }

    private ScenarioWriter(Edition edition, Story story) {
        this.writer = new EventWriter(edition.catalogue());
        this.zone = edition.settings().zone();
        this.story = story;
    }

    /** A file with this one scenario. */
    public static String file(Edition edition, Story story, List<Expected> expected) {
        return new ScenarioWriter(edition, story).file(expected);
    }

    private String file(List<Expected> expected) {
        text.append("  - name: ").append(scalar(story.name())).append('\n');
        text.append("    start: ").append(local(story.start())).append('\n');
        cast("members", SubjectKind.MEMBER);
        cast("communities", SubjectKind.COMMUNITY);
        if (!story.events().isEmpty()) {
            text.append("    events:\n");
            story.events().forEach(this::event);
        }
        text.append(expected.isEmpty() ? "    expect: []\n" : "    expect:\n");
        expected.forEach(this::decision);
        return text.toString();
    }

    private void cast(String key, SubjectKind kind) {
        Map<Subject, Optional<Event>> some = new LinkedHashMap<>(story.cast());
        some.keySet().removeIf(subject -> subject.kind() != kind);
        if (!some.isEmpty()) {
            text.append("    ").append(key).append(":\n");
            some.forEach((subject, told) -> text.append("      ")
                    .append(scalar(subject.id()))
                    .append(": ")
                    .append(told.map(this::data).orElse("{}"))
                    .append('\n'));
        }
    }

    private void event(Event event) {
        text.append("      - ").append(moment(event.time())).append('\n');
        if (isNamed(event.subject())) {
            text.append("        of: ").append(scalar(event.subject().id())).append('\n');
        }
        text.append("        ")
                .append(event.type().name())
                .append(": ")
                .append(data(event))
                .append('\n');
    }

    private boolean isNamed(Subject subject) {
        return !story.cast().keySet().iterator().next().equals(subject);
    }

    private void decision(Expected expected) {
        List<String> fields = new ArrayList<>();
        fields.add(moment(expected.at()));
        Subject subject = Subject.parse(expected.of());
        add(fields, "of", isNamed(subject) ? subject.id() : null);
        add(fields, expected.decision(), expected.what());
        add(fields, "reason", expected.reason());
        if (expected.until() != null) {
            fields.add("until: " + local(expected.until()));
        }
        add(fields, "text", expected.text());
        text.append("      - {").append(String.join(", ", fields)).append("}\n");
    }

    private static void add(List<String> fields, String key, @Nullable String value) {
        if (value != null) {
            fields.add(key + ": " + scalar(value));
        }
    }

    /** {@code after} where that is in whole minutes, so that people see the distance; else the time. */
    private String moment(Instant at) {
        Duration after = Duration.between(story.start(), at);
        boolean near = !after.isNegative() && after.compareTo(Scenario.LONGEST) <= 0;
        boolean unique = StoryTime.at(local(at), zone).equals(at);
        return near && (after.toSeconds() % 60 == 0 || !unique)
                ? "after: " + (after.isZero() ? "0m" : Durations.text(after))
                : "at: " + local(at);
    }

    private String local(Instant moment) {
        return Expected.local(Instant.ofEpochSecond(moment.getEpochSecond()), zone);
    }

    private String data(Event event) {
        JsonNode data = JSON.readTree(writer.write(event)).path("data");
        List<String> fields = new ArrayList<>();
        for (Field field : event.type().fields()) {
            JsonNode value = data.get(field.name());
            if (value != null) {
                fields.add(scalar(field.name()) + ": " + (field.personal() ? personal(field, value) : value(value)));
            }
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private static String personal(Field field, JsonNode seen) {
        return switch (field.type()) {
            case DATE -> "2000-" + seen.path("monthDay").asString("01-01");
            case POSITION -> '"' + new Geohash(seen.path("geohash").asString("")).written() + '"';
            default -> SOMEBODY;
        };
    }

    private static String value(JsonNode value) {
        if (value.isString()) {
            return scalar(value.asString());
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(value(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value.isObject()) {
            List<String> fields = new ArrayList<>();
            value.properties().forEach(field -> fields.add(scalar(field.getKey()) + ": " + value(field.getValue())));
            return "{" + String.join(", ", fields) + "}";
        }
        return value.decimalValueOpt().map(BigDecimal::toPlainString).orElseGet(value::toString);
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
        return plain ? text : JSON.writeValueAsString(text);
    }
}
