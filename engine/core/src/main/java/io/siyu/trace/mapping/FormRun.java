package io.siyu.trace.mapping;

import io.siyu.trace.csv.Row;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** One form of event fed with the rows of its source. */
final class FormRun {

    private final EventForm.OfRows form;
    private final int source;
    private final int number;
    private final Sink sink;
    private final Map<Object, Assembly> groups = new LinkedHashMap<>();

    /** Where finished events and bad rows go. */
    interface Sink {
        void event(Assembly event, int source, int form) throws BadRow;

        void bad(int line, String reason);
    }

    FormRun(EventForm.OfRows form, int source, int number, Sink sink) {
        this.form = form;
        this.source = source;
        this.number = number;
        this.sink = sink;
    }

    /** Takes a row; one that cannot be read takes its whole group out. */
    void take(Row row) {
        try {
            if (!wants(row)) {
                return;
            }
            if (form.group().isEmpty()) {
                Assembly single = new Assembly(form, row.line());
                single.add(row);
                sink.event(single, source, number);
            } else {
                group(row).add(row);
            }
        } catch (BadRow bad) {
            sink.bad(row.line(), bad.reason());
            spoil(row);
        }
    }

    /** Takes the group of a row that has a fault of its own out. */
    void spoil(Row row) {
        Object key = form.group().isEmpty() ? null : row.key(form.group());
        if (key != null) {
            groups.computeIfAbsent(key, first -> new Assembly(form, row.line())).markBroken();
        }
    }

    /** Makes the events of all groups; returns how many were left out for a bad row. */
    int finish() {
        int leftOut = 0;
        for (Iterator<Assembly> open = groups.values().iterator(); open.hasNext(); ) {
            Assembly group = open.next();
            open.remove();
            if (group.isBroken()) {
                leftOut++;
                continue;
            }
            try {
                sink.event(group, source, number);
            } catch (BadRow bad) {
                sink.bad(group.line(), bad.reason());
            }
        }
        return leftOut;
    }

    private boolean wants(Row row) throws BadRow {
        Object answer = form.when() == null ? (Object) true : form.when().of(row);
        if (!(answer instanceof Boolean wanted)) {
            throw new BadRow("\"when\" is neither true nor false here.\nMaybe compare: \"status == 'paid'\".");
        }
        return wanted;
    }

    private Assembly group(Row row) throws BadRow {
        Object key = row.key(form.group());
        if (key == null) {
            throw new BadRow(
                    "A column of the group " + form.group() + " is empty.\nMaybe \"when\" should pass such rows over.");
        }
        return groups.computeIfAbsent(key, first -> new Assembly(form, row.line()));
    }
}
