package io.siyu.trace.mapping;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Nearest;
import io.siyu.playbook.Faults;
import io.siyu.trace.csv.Columns;
import io.siyu.trace.csv.CsvRows;
import io.siyu.trace.csv.CsvSource;
import io.siyu.trace.csv.JoinedRows;
import io.siyu.trace.csv.Lookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a mapping, opened, with every column the mapping names checked against their headers. */
final class OpenSources {

    private final Mapping mapping;
    private final Map<String, Path> files;
    private final ImportWatcher watcher;
    private final Faults faults;

    OpenSources(Mapping mapping, Map<String, Path> files, ImportWatcher watcher, Faults faults) {
        this.mapping = mapping;
        this.files = files;
        this.watcher = watcher;
        this.faults = faults;
    }

    /** The rows of a source with its lookups; empty, with faults, when a file or a column is missing. */
    Optional<JoinedRows> open(CsvSource source) throws IOException {
        Optional<CsvRows> rows = rows(source);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Lookup> lookups = new ArrayList<>();
        for (CsvSource.Join join : source.joins()) {
            lookup(join, rows.get().columns()).ifPresent(lookups::add);
        }
        JoinedRows joined = new JoinedRows(rows.get(), lookups);
        if (lookups.size() == source.joins().size()) {
            check(source, joined.columns());
        }
        return Optional.of(joined);
    }

    private Optional<Lookup> lookup(CsvSource.Join join, Columns here) throws IOException {
        CsvSource other = mapping.sources().stream()
                .filter(source -> source.name().equals(join.source()))
                .findFirst()
                .orElseThrow();
        Optional<CsvRows> opened = rows(other);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (CsvRows rows = opened.get()) {
            Faults found = new Faults();
            Lookup.check(join, here, rows.columns(), found);
            found.sorted().forEach(faults::add);
            return found.isEmpty() ? Optional.of(Lookup.read(join, rows, name(other), watcher::bad)) : Optional.empty();
        }
    }

    private Optional<CsvRows> rows(CsvSource source) {
        Path file = files.get(source.name());
        if (file == null) {
            faults.add(
                    source.place(),
                    "import.file",
                    "The file \"" + source.file() + "\" was not given.\nMaybe name it on the command line.");
            return Optional.empty();
        }
        try {
            return Optional.of(new CsvRows(source, file, watcher::read));
        } catch (IOException unreadable) {
            faults.add(new Diagnostic(
                    name(source),
                    0,
                    0,
                    "import.file",
                    "The file cannot be read: " + unreadable.getMessage()
                            + ".\nMaybe it is another file, or damaged."));
            return Optional.empty();
        }
    }

    /** How messages call the file of a source. */
    String name(CsvSource source) {
        Path file = files.get(source.name());
        return file == null ? source.file() : String.valueOf(file.getFileName());
    }

    private void check(CsvSource source, Columns columns) {
        for (EventForm form : mapping.events()) {
            if (form instanceof EventForm.OfRows rows && rows.from().equals(source.name())) {
                check(rows, columns);
            }
        }
    }

    private void check(EventForm.OfRows form, Columns columns) {
        Value whole = Value.plain(form.type(), new Origin.Constant(""), new Form.AsIs(), form.place());
        form.group().forEach(column -> known(column, whole, columns));
        if (form.when() != null) {
            form.when().columns().forEach(column -> known(column, whole, columns));
        }
        form.values().forEach(value -> value.columns().forEach(column -> known(column, value, columns)));
    }

    private void known(String column, Value value, Columns columns) {
        if (columns.indexOf(column) < 0) {
            faults.add(
                    value.place(),
                    "import.column",
                    "There is no column \"" + column + "\" for " + value.name() + ".\n"
                            + Nearest.maybe(column, columns.names()));
        }
    }
}
