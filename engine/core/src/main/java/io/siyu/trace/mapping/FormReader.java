package io.siyu.trace.mapping;

import io.siyu.playbook.Fields;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The reading of what a value becomes: {@code as}, {@code money}, {@code pattern} and their like. */
final class FormReader {

    private static final List<String> KINDS =
            List.of("text", "integer", "number", "money", "boolean", "time", "date", "texts");
    private static final Form.Marks POINT = new Form.Marks(".", "");

    private final ZoneId zone;
    private final int currencyDigits;

    FormReader(ZoneId zone, int currencyDigits) {
        this.zone = zone;
        this.currencyDigits = currencyDigits;
    }

    /** The form of a value that says nothing of its own. */
    Form plain(Target target) {
        TimeForm time = new TimeForm(
                TimeForm.Pattern.STANDARD, zone, null, Shift.NONE, target.kind().equals("date"));
        return discreet(target, form(target.kind(), new Parts(POINT, false, ",", time)));
    }

    /** The form a value describes. */
    Form described(Target target, Fields fields) {
        Optional<String> as = fields.choice("as", KINDS);
        Optional<String> money = fields.choice("money", List.of("round", "exact"));
        Form.Marks marks = new Form.Marks(
                fields.text("decimal").orElse("."), fields.text("grouping").orElse(""));
        String kind = as.orElse(money.isPresent() ? "money" : target.kind());
        boolean rounds = money.orElse("exact").equals("round");
        String split = fields.text("split").orElse(",");
        return discreet(target, form(kind, new Parts(marks, rounds, split, time(fields, kind.equals("date")))));
    }

    private static Form discreet(Target target, Form form) {
        return target.personal() ? new Form.Discreet(form) : form;
    }

    private record Parts(Form.Marks marks, boolean rounds, String split, TimeForm time) {}

    private Form form(String kind, Parts parts) {
        return switch (kind) {
            case "text" -> new Form.Text();
            case "integer" -> new Form.Whole(parts.marks());
            case "number" -> new Form.Decimal(parts.marks());
            case "money" -> new Form.Money(parts.marks(), currencyDigits, parts.rounds());
            case "boolean" -> new Form.Truth();
            case "time", "date" -> parts.time();
            case "texts" -> new Form.Texts(parts.split());
            default -> new Form.AsIs();
        };
    }

    private TimeForm time(Fields fields, boolean date) {
        return new TimeForm(
                fields.value("pattern", TimeForm.Pattern::of).orElse(TimeForm.Pattern.STANDARD),
                fields.value("zone", MappingReader::zone).orElse(zone),
                fields.value("at", LocalTime::parse).orElse(null),
                fields.value("plus", Shift::parse).orElse(Shift.NONE),
                date);
    }
}
