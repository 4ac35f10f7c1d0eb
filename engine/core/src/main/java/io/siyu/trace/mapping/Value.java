package io.siyu.trace.mapping;

import io.siyu.playbook.YamlNode;
import io.siyu.trace.csv.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One value of an event as the mapping describes it.
 *
 * @param name what messages call it, such as {@code total}
 * @param words the file's words and what they become; empty for none
 * @param absent stands in when there is no value; null leaves the field out
 * @param required a row without a value gives no event
 * @param place where the mapping describes it
 */
record Value(
        String name,
        Origin origin,
        Form form,
        Map<String, Object> words,
        @Nullable Object absent,
        boolean required,
        YamlNode place) {

    Value {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** A value read without more ado. */
    static Value plain(String name, Origin origin, Form form, YamlNode place) {
        return new Value(name, origin, form, Map.of(), null, false, place);
    }

    /** This value, without which a row gives no event. */
    Value asRequired() {
        return new Value(name, origin, form, words, absent, true, place);
    }

    /** This value in another form, unless it says its own. */
    Value readAs(Form other) {
        return form instanceof Form.AsIs ? new Value(name, origin, other, words, absent, required, place) : this;
    }

    List<String> columns() {
        return origin.columns();
    }

    /** The value for a single row. */
    @Nullable
    Object of(Row row) throws BadRow {
        Cell cell = origin.cell();
        cell.add(row);
        return finished(cell.result());
    }

    /** What a raw value becomes; null when it is absent and may be. */
    @Nullable
    Object finished(@Nullable Object raw) throws BadRow {
        Object known = raw == null || words.isEmpty() ? raw : translated(raw);
        if (known != null) {
            return form.read(known);
        }
        if (absent == null && required) {
            throw new BadRow("The " + name + " is absent.\nMaybe the column " + columns() + " is empty in this row.");
        }
        return absent;
    }

    private Object translated(Object raw) throws BadRow {
        Object word = words.get(raw.toString());
        if (word == null) {
            throw new BadRow("The " + name + " has no entry for \"" + raw + "\" in its map.\nMaybe add it: "
                    + String.join(", ", words.keySet()) + " are there.");
        }
        return word;
    }
}
