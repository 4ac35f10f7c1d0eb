package io.siyu.web.condition;

import io.siyu.rule.ConditionFault;
import io.siyu.rule.ConditionField;
import io.siyu.rule.ConditionField.About;
import io.siyu.rule.ConditionFields;
import io.siyu.rule.ConditionReading;
import io.siyu.rule.ConditionRow;
import io.siyu.rule.ConditionWriting;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchema;
import io.siyu.rule.FactSchemas;
import io.siyu.web.condition.Sheet.Fault;
import io.siyu.web.condition.Sheet.Group;
import io.siyu.web.condition.Sheet.Option;
import io.siyu.web.condition.Sheet.Row;
import io.siyu.web.publish.Publishing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Makes rows of a text, and a text of rows, by what the edition in force knows. */
@Component
class Sheets {
    private static final String ASK = "ask";
    private static final String ADD = "add";

    private final Publishing publishing;
    private final ConditionReading reading;
    private final RowFaults faults;

    Sheets(Publishing publishing, ConditionReading reading, RowFaults faults) {
        this.publishing = publishing;
        this.reading = reading;
        this.faults = faults;
    }

    /** The rows of a text, one condition a line. */
    Sheet read(String word, String text, String language) {
        Edition edition = publishing.edition();
        FactSchema schema = FactSchemas.of(edition.catalogue(), edition.registers());
        Place place = place(word, schema);
        ConditionFields fields = place.fields(schema);
        List<Line> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> reading.row(line, fields)
                        .map(row -> new Line(row, line, false))
                        .orElseGet(() -> new Line(null, line, true)))
                .toList();
        return new Writing(word, place, edition, schema, language).sheet(lines);
    }

    /** The rows as somebody changed them; {@code ask} says whether one is added or removed. */
    Sheet changed(String word, MultiValueMap<String, String> sent, String language) {
        Edition edition = publishing.edition();
        FactSchema schema = FactSchemas.of(edition.catalogue(), edition.registers());
        Place place = place(word, schema);
        ConditionFields fields = place.fields(schema);
        Answers answers = new Answers(sent, fields);
        String asked = String.valueOf(sent.getFirst(ASK));
        List<Line> lines = new ArrayList<>();
        for (int number = 0; number < answers.size(); number++) {
            if (!asked.equals("remove-" + number)) {
                lines.add(line(answers, number, fields));
            }
        }
        if (asked.equals(ADD)) {
            lines.add(new Line(null, "", false));
        }
        return new Writing(word, place, edition, schema, language).sheet(lines);
    }

    private Line line(Answers answers, int number, ConditionFields fields) {
        if (answers.free(number).isPresent()) {
            return new Line(null, answers.free(number).orElse(""), true);
        }
        ConditionRow row = answers.row(number).orElse(null);
        if (row == null) {
            return new Line(null, "", false);
        }
        // why: what nobody changed stays as its author wrote it, blanks and all
        String before = answers.read(number);
        boolean same = reading.row(before, fields).filter(row::equals).isPresent();
        boolean missing = ConditionFault.of(row, fields).stream()
                .anyMatch(fault -> fault.what() == ConditionFault.What.SOMETHING);
        return new Line(row, same ? before : missing ? "" : ConditionWriting.text(row, fields), false);
    }

    private static Place place(String word, FactSchema schema) {
        return Place.of(word, schema)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "No conditions stand at (" + word + ").\nMaybe the campaign's event was renamed."));
    }

    /** One sheet while it is written. */
    private final class Writing {
        private final String word;
        private final Place place;
        private final Edition edition;
        private final FactSchema schema;
        private final ConditionFields fields;
        private final String language;

        Writing(String word, Place place, Edition edition, FactSchema schema, String language) {
            this.word = word;
            this.place = place;
            this.edition = edition;
            this.schema = schema;
            this.fields = place.fields(schema);
            this.language = language;
        }

        Sheet sheet(List<Line> lines) {
            if (lines.size() > Answers.MOST) {
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "A form shows at most " + Answers.MOST + " conditions.\nMaybe write them as a text.");
            }
            RowFaults.Found found = faults.of(lines, place, schema);
            Choices choices = new Choices(edition);
            return new Sheet(
                    word,
                    groups(),
                    IntStream.range(0, lines.size())
                            .mapToObj(number -> row(lines.get(number), found.ofRow(number), choices))
                            .toList(),
                    String.join(
                            "\n",
                            lines.stream()
                                    .map(Line::text)
                                    .filter(text -> !text.isEmpty())
                                    .toList()),
                    found.together(),
                    fields.currency(),
                    lines.size() == Answers.MOST);
        }

        private Row row(Line line, List<Fault> wrong, Choices choices) {
            ConditionRow row = line.row();
            ConditionField field = row == null ? null : fields.find(row.field()).orElse(null);
            if (row == null || field == null) {
                return new Row(line.text(), line.free(), null, null, List.of(), List.of(), wrong);
            }
            List<Input> arguments = IntStream.range(0, field.parameters().size())
                    .mapToObj(number -> Input.argument(row, field, number, choices))
                    .toList();
            return new Row(
                    line.text(), false, field, row.comparing(), arguments, Input.values(row, field, choices), wrong);
        }

        private List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            for (About about : About.values()) {
                List<Option> options = fields.all().stream()
                        .filter(field -> field.about() == about)
                        .map(field -> new Option(
                                field.path(),
                                shortened(field.label().in(language)),
                                field.label().in(language)))
                        .toList();
                if (!options.isEmpty()) {
                    String key = "condition.about." + about.name().toLowerCase(Locale.ROOT);
                    String event =
                            place.event() == null ? "" : place.event().label().in(language);
                    groups.add(new Group(key, event, options));
                }
            }
            return groups;
        }
    }

    /** A sentence about a field as its name in a list. */
    private static String shortened(String label) {
        return label.split("[;；，]", 2)[0].replaceAll("[.。]$", "");
    }
}
