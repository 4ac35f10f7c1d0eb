package io.siyu.trace.mapping;

import io.siyu.event.Subject;
import io.siyu.trace.csv.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event while its rows are read. */
final class Assembly {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2101-01-01T00:00:00Z");

    private final EventForm.OfRows form;
    private final int line;
    private final Map<String, Cell> data = new LinkedHashMap<>();
    private final List<Cell> head;
    private boolean broken;

    Assembly(EventForm.OfRows form, int line) {
        this.form = form;
        this.line = line;
        this.head = new ArrayList<>(List.of(
                form.head().id().origin().cell(),
                form.head().subject().origin().cell(),
                form.head().time().origin().cell()));
        form.data().forEach((name, value) -> data.put(name, value.origin().cell()));
    }

    /** Line of the first row. */
    int line() {
        return line;
    }

    /** Whether one of its rows could not be read, so that it gives no event. */
    boolean isBroken() {
        return broken;
    }

    void markBroken() {
        broken = true;
    }

    void add(Row row) throws BadRow {
        for (Cell cell : head) {
            cell.add(row);
        }
        for (Cell cell : data.values()) {
            cell.add(row);
        }
    }

    EventJson.Identity identity() throws BadRow {
        String id = finished(form.head().id(), 0).toString();
        return new EventJson.Identity(id, form.source(), form.type(), subject().written());
    }

    Subject subject() throws BadRow {
        String written = finished(form.head().subject(), 1).toString();
        try {
            return Subject.parse(written);
        } catch (IllegalArgumentException unknown) {
            throw new BadRow(String.valueOf(unknown.getMessage()));
        }
    }

    Instant time() throws BadRow {
        Instant time = (Instant) finished(form.head().time(), 2);
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new BadRow("The time " + time + " is not from 1970 to 2100.\nMaybe the pattern is another one.");
        }
        return time;
    }

    Map<String, Object> data() throws BadRow {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Cell> cell : data.entrySet()) {
            Value value = form.data().get(cell.getKey());
            @Nullable
            Object finished =
                    value == null ? null : value.finished(cell.getValue().result());
            if (finished != null) {
                values.put(cell.getKey(), finished);
            }
        }
        return values;
    }

    private Object finished(Value value, int at) throws BadRow {
        Object finished = value.finished(head.get(at).result());
        if (finished == null) {
            throw new BadRow("The " + value.name() + " is absent.\nMaybe a column is empty in this row.");
        }
        return finished;
    }
}
