package io.siyu.playbook;

import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.event.Reading.Refused;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a file of scenarios against the edition they are about. */
public final class ScenarioReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Instant SOMETIME = Instant.parse("2000-01-01T00:00:00Z");
    private static final List<String> DECISIONS =
            List.of("send", "hold", "drop", "coupon", "tag", "task", "commission", "goal");

    private final Edition edition;
    private final String file;
    private final Faults faults;
    private final EventReader reader;

    private ScenarioReader(Edition edition, String file, Faults faults) {
        this.edition = edition;
        this.file = file;
        this.faults = faults;
        this.reader = EventReader.outside(edition.catalogue());
    }

    /** The scenarios of a file, in written order; those with a fault are left out and told. */
    public static List<Scenario> read(String file, byte[] bytes, Edition edition, Faults faults) {
        ScenarioReader scenarios = new ScenarioReader(edition, file, faults);
        return Yaml.read(file, bytes, faults)
                .flatMap(root -> Fields.of(root, faults))
                .map(scenarios::all)
                .orElse(List.of());
    }

    private List<Scenario> all(Fields fields) {
        try (fields) {
            Versions.check(fields);
            List<Scenario> scenarios = new ArrayList<>();
            if (!fields.has("scenarios")) {
                fields.requiredText("scenarios");
            }
            fields.maps("scenarios").forEach(one -> scenario(one).ifPresent(scenarios::add));
            return scenarios;
        }
    }

    private Optional<Scenario> scenario(Fields fields) {
        int before = faults.sorted().size();
        try (fields) {
            String name = fields.requiredText("name");
            Instant start = fields.requiredValue("start", text -> StoryTime.at(text, zone()), SOMETIME);
            StoryTime time = new StoryTime(start, zone());
            Cast cast = new Cast(fields, this::event, start);
            List<Event> events = new ArrayList<>(cast.introduced());
            fields.maps("events")
                    .forEach(one -> happening(one, time, cast, events.size()).ifPresent(events::add));
            events.sort(Comparator.comparing(Event::time));
            List<Scenario.Expected> expected = expected(fields, time, cast);
            int line = fields.mapping().line();
            return faults.sorted().size() > before
                    ? Optional.empty()
                    : Optional.of(new Scenario(name, file, line, events, expected));
        }
    }

    private ZoneId zone() {
        return edition.settings().zone();
    }

    private Optional<Event> happening(Fields fields, StoryTime time, Cast cast, int number) {
        try (fields) {
            Instant at = time.of(fields);
            String subject = cast.subject(fields);
            List<Map.Entry<String, YamlNode>> told = fields.mapping().values().entrySet().stream()
                    .filter(field -> field.getKey().contains("."))
                    .toList();
            if (told.size() != 1) {
                faults.add(
                        fields.mapping(),
                        "scenario.event",
                        "One event must stand here; there are " + told.size()
                                + ".\nMaybe \"order.placed: {orderId: A1, total: 20, currency: CNY}\".");
                return Optional.empty();
            }
            String type = told.get(0).getKey();
            fields.node(type);
            return event(
                    new Cast.Happening("event-" + number, type, subject, at),
                    told.get(0).getValue());
        }
    }

    /** An event as it would be sent to the house; what the gate refuses is told where it was written. */
    private Optional<Event> event(Cast.Happening happening, YamlNode data) {
        ObjectNode json = JSON.objectNode();
        json.put("specversion", "1.0").put("id", happening.id()).put("source", "scenario");
        json.put("type", happening.type()).put("subject", happening.subject());
        json.put("time", happening.at().toString());
        json.set("data", YamlJson.of(data));
        if (reader.read(json.toString()) instanceof io.siyu.event.Reading.Read read) {
            return Optional.of(read.event());
        }
        Refused refused = (Refused) reader.read(json.toString());
        refused.reasons().forEach(reason -> {
            String pointer =
                    reason.pointer().startsWith("/data") ? reason.pointer().substring(5) : "";
            faults.add(data.at(pointer).orElse(data), reason.code(), reason.message());
        });
        return Optional.empty();
    }

    private List<Scenario.Expected> expected(Fields fields, StoryTime time, Cast cast) {
        List<Scenario.Expected> expected = new ArrayList<>();
        if (!fields.has("expect")) {
            fields.fault(
                    "expect",
                    "scenario.expect",
                    "What is decided must be said.\nMaybe \"expect: []\" when nothing is.");
        }
        for (Fields one : fields.maps("expect")) {
            decision(one, time, cast).ifPresent(expected::add);
        }
        expected.sort(Comparator.comparing(Scenario.Expected::at));
        return expected;
    }

    private Optional<Scenario.Expected> decision(Fields fields, StoryTime time, Cast cast) {
        try (fields) {
            List<String> told = DECISIONS.stream().filter(fields::has).toList();
            Instant at = time.of(fields);
            String subject = cast.written(fields);
            String reason = fields.text("reason").orElse(null);
            Instant until = fields.value("until", time::end).orElse(null);
            String text = fields.text("text").orElse(null);
            if (told.size() != 1) {
                faults.add(
                        fields.mapping(),
                        "scenario.decision",
                        "One decision must stand here (" + String.join(", ", DECISIONS) + "); there are " + told.size()
                                + ".\nMaybe \"send: welcome/hello\".");
                return Optional.empty();
            }
            String what = fields.requiredText(told.get(0));
            int line = fields.mapping().line();
            return Optional.of(new Scenario.Expected(at, told.get(0), what, subject, reason, until, text, line));
        }
    }
}
