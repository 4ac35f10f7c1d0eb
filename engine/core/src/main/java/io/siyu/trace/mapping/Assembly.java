package io.siyu.trace.mapping;

import io.siyu.event.Subject;
import io.siyu.trace.csv.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event while its rows are read. */
final class Assembly {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2101-01-01T00:00:00Z");

    private final EventForm.OfRows form;
    private final int line;
    private final Cell[] cells; // why: a shop has many groups open at once, so each is kept small
    private boolean broken;

    Assembly(EventForm.OfRows form, int line) {
        this.form = form;
        this.line = line;
        this.cells = form.values().stream().map(value -> value.origin().cell()).toArray(Cell[]::new);
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
        for (Cell cell : cells) {
            cell.add(row);
        }
    }

    EventJson.Identity identity() throws BadRow {
        return new EventJson.Identity(
                present(EventForm.OfRows.ID).toString(),
                form.source(),
                form.type(),
                subject().written());
    }

    Subject subject() throws BadRow {
        try {
            return Subject.parse(present(EventForm.OfRows.SUBJECT).toString());
        } catch (IllegalArgumentException unknown) {
            throw new BadRow(String.valueOf(unknown.getMessage()));
        }
    }

    Instant time() throws BadRow {
        Instant time = (Instant) present(EventForm.OfRows.TIME);
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
            throw new BadRow("The time " + time + " is not from 1970 to 2100.\nMaybe the pattern is another one.");
        }
        return time;
    }

    Map<String, Object> data() throws BadRow {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = EventForm.OfRows.DATA; i < cells.length; i++) {
            Object value = finished(i);
            if (value != null) {
                values.put(form.values().get(i).name(), value);
            }
        }
        return values;
    }

    private Object present(int at) throws BadRow {
        Object finished = finished(at);
        if (finished == null) {
            throw new BadRow(
                    "The " + form.values().get(at).name() + " is absent.\nMaybe a column is empty in this row.");
        }
        return finished;
    }

    private @Nullable Object finished(int at) throws BadRow {
        return form.values().get(at).finished(cells[at].result());
    }
}
