package io.siyu.web.campaign;

import io.siyu.playbook.YamlNode;
import io.siyu.web.campaign.FormField.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists that a form shows as rows, with an empty one behind them; a row whose answers are empty goes. */
final class FormRows {
    private static final String EVENT = "event";
    private static final String WHEN = "when";

    /** Names and values that are the retailer's own: shares of variants, what a webhook tells. */
    private static final Pattern ADDED = Pattern.compile("(/variants|/steps/.{1,200}/data)/\\+/name");

    private static final Map<String, Function<Row, Optional<YamlNode>>> MADE =
            Map.of("/exits", FormRows::exit, "/caps", FormRows::cap);

    private FormRows() {}

    static List<FormField> exits(FormFields fields) {
        return rows(
                fields.text(),
                "/exits",
                row -> List.of(
                        fields.row(row.at(EVENT), EVENT, Input.PICK, row.value(EVENT)),
                        fields.row(row.at(WHEN), WHEN, Input.CODE, row.value(WHEN))));
    }

    static List<FormField> caps(FormFields fields) {
        return rows(
                fields.text(),
                "/caps",
                row -> List.of(
                        fields.row(row.at("max"), "max", Input.NUMBER, row.value("max")),
                        fields.row(row.at("per"), "per-time", Input.LINE, row.value("per")),
                        fields.row(row.at("channel"), "channel", Input.LINE, row.value("channel"))));
    }

    private static List<FormField> rows(CampaignText text, String list, Function<Row, List<FormField>> made) {
        return all(text, list, Map.of())
                .flatMap(row -> made.apply(row).stream())
                .toList();
    }

    /** Whether an answer is one of a row's. */
    static boolean owns(String pointer) {
        return pointer.contains("/+/") || list(pointer).isPresent();
    }

    /** The list whose rows a field belongs to. */
    static Optional<String> list(String pointer) {
        return MADE.keySet().stream()
                .filter(list -> pointer.startsWith(list + "/"))
                .findFirst();
    }

    /** The campaign with the rows as they are answered. */
    static CampaignText answered(CampaignText text, Map<String, String> answers) {
        CampaignText changed = text;
        for (String list : List.of("/exits", "/caps")) {
            if (isAsked(list, answers)) {
                changed = changed.put(list, made(text, list, answers));
            }
        }
        for (Map.Entry<String, YamlNode> added : added(text, answers).entrySet()) {
            changed = changed.put(added.getKey(), added.getValue());
        }
        return changed;
    }

    /** The lists that do not hold what was answered. */
    static List<String> unwritten(CampaignText before, CampaignText changed, Map<String, String> answers) {
        List<String> lists = new ArrayList<>();
        for (String list : List.of("/caps", "/exits")) {
            boolean asked = isAsked(list, answers);
            if (asked && !YamlTree.same(changed.node(list).orElse(null), made(before, list, answers))) {
                lists.add(list);
            }
        }
        added(before, answers).forEach((pointer, value) -> {
            if (!YamlTree.same(changed.node(pointer).orElse(null), value)) {
                lists.add(pointer);
            }
        });
        return lists;
    }

    private static boolean isAsked(String list, Map<String, String> answers) {
        return answers.keySet().stream().anyMatch(name -> name.startsWith(list + "/"));
    }

    /** What is added to names of the retailer's own, by its place. */
    private static Map<String, YamlNode> added(CampaignText text, Map<String, String> answers) {
        Map<String, YamlNode> added = new LinkedHashMap<>();
        answers.forEach((pointer, name) -> {
            String holder = pointer.replace("/+/name", "");
            String value = answers.getOrDefault(holder + "/+/value", "").strip();
            boolean known = text.names(holder).contains(name.strip());
            if (ADDED.matcher(pointer).matches() && !name.isBlank() && !value.isEmpty() && !known) {
                String place = name.strip().replace("~", "~0").replace("/", "~1");
                added.put(holder + "/" + place, YamlTree.text(value));
            }
        });
        return added;
    }

    private static @Nullable YamlNode made(CampaignText text, String list, Map<String, String> answers) {
        Function<Row, Optional<YamlNode>> made = MADE.getOrDefault(list, row -> Optional.empty());
        List<YamlNode> items = all(text, list, answers)
                .flatMap(row -> (row.isSaid() ? made.apply(row) : row.node()).stream())
                .toList();
        return items.isEmpty() ? null : YamlTree.list(items);
    }

    private static Stream<Row> all(CampaignText text, String list, Map<String, String> answers) {
        boolean alone = text.node(list)
                .filter(node -> !(node instanceof YamlNode.Items))
                .isPresent();
        Stream<String> written =
                alone ? Stream.of(list) : IntStream.range(0, text.size(list)).mapToObj(place -> list + "/" + place);
        return Stream.concat(written, Stream.of(list + "/+")).map(row -> new Row(text, row, answers));
    }

    /** One row as it is written, with what was answered in it. */
    private record Row(CampaignText text, String pointer, Map<String, String> answers) {
        String at(String column) {
            return pointer + "/" + column;
        }

        String value(String column) {
            String written = text.value(at(column));
            boolean bare = column.equals(EVENT)
                    && text.node(pointer)
                            .filter(YamlNode.Text.class::isInstance)
                            .isPresent();
            return answers.getOrDefault(at(column), bare ? text.value(pointer) : written)
                    .replace("\r\n", "\n")
                    .strip();
        }

        boolean isSaid() {
            return answers.keySet().stream().anyMatch(name -> name.startsWith(pointer + "/"));
        }

        Optional<YamlNode> node() {
            return text.node(pointer);
        }
    }

    private static Optional<YamlNode> exit(Row row) {
        String event = row.value(EVENT);
        String when = row.value(WHEN);
        if (when.isEmpty()) {
            return event.isEmpty() ? Optional.empty() : Optional.of(YamlTree.text(event));
        }
        Map<String, YamlNode> exit = new LinkedHashMap<>();
        if (!event.isEmpty()) {
            exit.put(EVENT, YamlTree.text(event));
        }
        exit.put(WHEN, YamlTree.lines(when));
        return Optional.of(YamlTree.map(exit));
    }

    private static Optional<YamlNode> cap(Row row) {
        Map<String, YamlNode> cap = new LinkedHashMap<>();
        for (String name : List.of("max", "per", "channel")) {
            String value = row.value(name);
            if (!value.isEmpty()) {
                cap.put(name, YamlTree.text(value));
            }
        }
        return cap.isEmpty() ? Optional.empty() : Optional.of(YamlTree.map(cap));
    }
}
