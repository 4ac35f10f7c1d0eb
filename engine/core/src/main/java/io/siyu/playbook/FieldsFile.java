package io.siyu.playbook;

import io.siyu.campaign.Text;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.event.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reading of the {@code fields} of a catalogue: {@code name: {type: …, label: …}}. */
final class FieldsFile {

    private static final int MAX_TEXT = 10_000;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final String FREE_TEXT = "freetext";
    private static final Set<FieldType> PERSONAL = EnumSet.of(FieldType.TEXT, FieldType.DATE, FieldType.POSITION);
    private static final List<String> TYPES = types();

    private final Faults faults;
    private final int digits;

    FieldsFile(Faults faults, String currency) {
        this.faults = faults;
        this.digits = Currency.getInstance(currency).getDefaultFractionDigits();
    }

    private static List<String> types() {
        List<String> words = new ArrayList<>(
                Arrays.stream(FieldType.values()).map(FieldType::word).toList());
        words.add(FREE_TEXT);
        return List.copyOf(words);
    }

    /** The fields by name, in written order; those with faults are read as far as they can be. */
    Map<String, Field> read(YamlNode node) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Fields.of(node, faults)
                .ifPresent(all -> all.mapping()
                        .values()
                        .forEach((name, value) -> Fields.of(value, faults)
                                .ifPresent(field -> fields.put(name, field(name.intern(), field)))));
        return fields;
    }

    /** The label of a type or field; without one its name stands in. */
    Text label(Fields at, String name) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        at.entries("label").forEach((language, node) -> {
            if (node instanceof YamlNode.Text text) {
                byLanguage.put(language, text.text());
            }
        });
        return byLanguage.isEmpty() ? Text.of(name) : new Text(byLanguage);
    }

    private Field field(String name, Fields at) {
        try (at) {
            String word = at.choice("type", TYPES).orElseGet(() -> at.has("type") ? "" : at.requiredText("type"));
            FieldType type = TYPES.contains(word) && !word.equals(FREE_TEXT)
                    ? FieldType.valueOf(word.toUpperCase(Locale.ROOT))
                    : FieldType.TEXT;
            boolean personal = at.flag("personal", word.equals(FREE_TEXT));
            int maxLength = at.integer("maxLength", 1, MAX_TEXT).orElse(0L).intValue();
            List<Field> parts = at.node("fields")
                    .map(this::read)
                    .map(Map::values)
                    .map(List::copyOf)
                    .orElse(List.of());
            Field field = new Field(
                    name, type, at.flag("required", false), personal, maxLength, label(at, name), parts, min(at, type));
            refuseOdd(field, at);
            return field;
        }
    }

    private @Nullable Long min(Fields at, FieldType type) {
        Optional<Long> min =
                at.value("min", text -> type == FieldType.MONEY ? Money.parse(text, digits) : Money.parse(text, 0));
        if (min.isPresent() && type != FieldType.MONEY && type != FieldType.INTEGER) {
            at.fault(
                    "min",
                    "catalogue.min",
                    "Only integers and money have a least value.\nMaybe delete \"min\", or the type is wrong.");
        }
        return min.orElse(null);
    }

    private void refuseOdd(Field field, Fields at) {
        if (!NAME.matcher(field.name()).matches()) {
            faults.add(
                    at.mapping(),
                    "catalogue.name",
                    "The field (" + field.name() + ") must be letters and digits, beginning with a small letter."
                            + "\nMaybe \"orderId\".");
        }
        refuseOddPersonal(field, at);
        if ((field.type() == FieldType.ITEMS) == field.fields().isEmpty()) {
            at.fault(
                    "fields",
                    "catalogue.items",
                    "A field of type items, and only that, has fields of its own.\nMaybe \"type: items\" is meant.");
        }
        if (field.fields().stream().anyMatch(part -> part.personal() || part.type() == FieldType.ITEMS)) {
            at.fault(
                    "fields",
                    "catalogue.items",
                    "The fields of an item can be neither personal nor items again."
                            + "\nMaybe move them up into the event.");
        }
    }

    private static void refuseOddPersonal(Field field, Fields at) {
        if (field.personal() && !PERSONAL.contains(field.type())) {
            at.fault(
                    "personal",
                    "catalogue.personal",
                    "Only text, dates and positions can be personal, not "
                            + field.type().word() + ".\nMaybe keep it as text, or leave it out of the event.");
        }
        if (field.type() == FieldType.POSITION && !field.personal()) {
            at.fault(
                    "type",
                    "catalogue.personal",
                    "Where somebody is, is personal.\nMaybe add \"personal: true\"; rules see the neighbourhood.");
        }
    }
}
