package io.siyu.web.condition;

import io.siyu.rule.Comparing;
import io.siyu.rule.ConditionField;
import io.siyu.rule.ConditionFields;
import io.siyu.rule.ConditionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** The rows as a form sent them: {@code 0.field}, {@code 0.is}, {@code 0.a0}, {@code 0.v}, {@code 0.v.unit} …. */
final class Answers {

    /** why: a rule takes 200 conditions; a form of that many helps nobody */
    static final int MOST = 50;

    private final MultiValueMap<String, String> sent;
    private final ConditionFields fields;

    Answers(MultiValueMap<String, String> sent, ConditionFields fields) {
        this.sent = sent;
        this.fields = fields;
    }

    /** How many rows were sent. */
    int size() {
        int size = 0;
        while (size < MOST && (sent.containsKey(size + ".field") || sent.containsKey(size + ".free"))) {
            size++;
        }
        return size;
    }

    /** The text of a row of free text. */
    Optional<String> free(int number) {
        return Optional.ofNullable(sent.getFirst(number + ".free"))
                .map(text -> text.replaceAll("\\s+", " ").strip());
    }

    /** The text the row was read of; empty for a new one. */
    String read(int number) {
        return first(number + ".text");
    }

    /** A row of fields; empty while none is chosen. */
    Optional<ConditionRow> row(int number) {
        String path = first(number + ".field");
        boolean same = path.equals(first(number + ".was"));
        return fields.find(path)
                .map(field -> same ? row(number, field) : new ConditionRow(path, List.of(), field.usual(), List.of()));
    }

    private ConditionRow row(int number, ConditionField field) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < field.parameters().size(); i++) {
            arguments.add(measured(number + ".a" + i));
        }
        Comparing comparing = comparing(first(number + ".is"), field);
        return new ConditionRow(field.path(), arguments, comparing, values(number, comparing));
    }

    private static Comparing comparing(String word, ConditionField field) {
        return Stream.of(Comparing.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(field.usual());
    }

    private List<String> values(int number, Comparing comparing) {
        return switch (comparing.takes()) {
            case NOTHING -> List.of();
            case ONE -> List.of(first(number + ".v"));
            case LENGTH -> List.of(measured(number + ".v"));
            case SEVERAL ->
                sent.getOrDefault(number + ".v", List.of()).stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList();
        };
    }

    /** A number and its unit, which is a field of its own. */
    private String measured(String name) {
        String number = first(name);
        String unit = sent.getFirst(name + ".unit");
        return unit == null || number.isEmpty() ? number : number + unit;
    }

    private String first(String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
