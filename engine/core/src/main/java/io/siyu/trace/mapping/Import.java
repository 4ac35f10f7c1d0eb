package io.siyu.trace.mapping;

import io.siyu.campaign.Diagnostic;
import io.siyu.event.Subject;
import io.siyu.playbook.Faults;
import io.siyu.trace.TraceHeader;
import io.siyu.trace.TraceWriter;
import io.siyu.trace.csv.CsvSource;
import io.siyu.trace.csv.JoinedRows;
import io.siyu.trace.csv.Row;
import io.siyu.trace.mapping.Drafts.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of a mapping over the files of a shop, from rows to a trace. */
public final class Import {

    private final Mapping mapping;
    private final ImportWatcher watcher;
    private final EventJson json;
    private final EventGate gate;
    private final Drafts drafts = new Drafts();
    private final Map<String, Long> events = new LinkedHashMap<>();
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private long badRows;
    private long leftOut;

    /** @param backfill whether the events are marked as history told at go-live */
    public Import(Mapping mapping, ImportWatcher watcher, boolean backfill) {
        this.mapping = mapping;
        this.watcher = watcher;
        this.json = new EventJson(backfill);
        this.gate = new EventGate(mapping.catalogue());
        mapping.events().forEach(form -> events.put(form.type(), 0L));
    }

    /**
     * Reads the files and writes the trace.
     *
     * @param files the file of each source by the source's name
     * @return what was done; empty, with faults and nothing written, when a file or column the mapping names is missing
     */
    public Optional<ImportSummary> run(Map<String, Path> files, Path out, int partitions, Faults faults)
            throws IOException {
        OpenSources sources = new OpenSources(mapping, files, told(), faults);
        Map<CsvSource, JoinedRows> opened = open(sources);
        try {
            if (!faults.isEmpty()) {
                return Optional.empty();
            }
            for (Map.Entry<CsvSource, JoinedRows> source : opened.entrySet()) {
                read(source.getKey(), source.getValue(), sources.name(source.getKey()));
            }
        } finally {
            for (JoinedRows source : opened.values()) {
                source.close();
            }
        }
        addOncePerSubject();
        return Optional.of(write(out, partitions));
    }

    private Map<CsvSource, JoinedRows> open(OpenSources sources) throws IOException {
        Map<CsvSource, JoinedRows> opened = new LinkedHashMap<>();
        for (CsvSource source : mapping.sources()) {
            if (mapping.events().stream().anyMatch(form -> isFrom(form, source))) {
                sources.open(source).ifPresent(rows -> opened.put(source, rows));
            }
        }
        return opened;
    }

    private void read(CsvSource source, JoinedRows from, String file) {
        FormRun.Sink sink = new Intake(file);
        List<FormRun> runs = new ArrayList<>();
        for (int i = 0; i < mapping.events().size(); i++) {
            if (mapping.events().get(i) instanceof EventForm.OfRows form && isFrom(form, source)) {
                runs.add(new FormRun(form, mapping.sources().indexOf(source), i, sink));
            }
        }
        long count = 0;
        for (Row row = from.next(); row != null; row = from.next()) {
            count++;
            take(row, runs, sink);
        }
        rows.put(source.name(), count);
        for (FormRun run : runs) {
            leftOut += run.finish();
        }
    }

    private static void take(Row row, List<FormRun> runs, FormRun.Sink sink) {
        if (row.fault() == null) {
            runs.forEach(run -> run.take(row));
        } else {
            sink.bad(row.line(), row.fault());
            runs.forEach(run -> run.spoil(row));
        }
    }

    private void addOncePerSubject() {
        Map<Subject, Draft> firstOfEach = drafts.firstOfEach();
        for (int i = 0; i < mapping.events().size(); i++) {
            if (mapping.events().get(i) instanceof EventForm.OncePerSubject form) {
                int number = i;
                firstOfEach.forEach((subject, first) -> addOnce(form, number, subject, first));
            }
        }
    }

    private void addOnce(EventForm.OncePerSubject form, int number, Subject subject, Draft first) {
        if (subject.kind() != form.about()) {
            return;
        }
        String id = String.valueOf(form.id().fill(column -> subject.written()));
        EventJson.Identity identity = new EventJson.Identity(id, form.source(), form.type(), subject.written());
        Instant time = first.time()
                .atZone(mapping.zone())
                .plusDays(form.offset().days())
                .toInstant()
                .plus(form.offset().exact());
        try {
            byte[] line = gate.passed(json.write(identity, time, form.data()));
            drafts.add(new Draft(time, first.source(), first.line(), number, line), identity, subject);
            events.merge(form.type(), 1L, Long::sum);
        } catch (BadRow refused) {
            told().bad(new Diagnostic(
                    mapping.file(), form.place().line(), form.place().column(), "import.row", refused.reason()));
        }
    }

    private ImportSummary write(Path out, int partitions) throws IOException {
        List<Draft> ordered = drafts.inLogOrder();
        try (TraceWriter trace = new TraceWriter(out, TraceHeader.inputs(mapping.zone(), partitions))) {
            for (Draft draft : ordered) {
                trace.write(draft.json());
            }
            trace.finish();
        }
        Instant first = ordered.isEmpty() ? null : ordered.get(0).time();
        Instant last =
                ordered.isEmpty() ? null : ordered.get(ordered.size() - 1).time();
        return new ImportSummary(events, rows, badRows, leftOut, gate.personal(), first, last);
    }

    private ImportWatcher told() {
        return new ImportWatcher() {
            @Override
            public void bad(Diagnostic row) {
                badRows++;
                watcher.bad(row);
            }

            @Override
            public void read(long bytes) {
                watcher.read(bytes);
            }
        };
    }

    private static boolean isFrom(EventForm form, CsvSource source) {
        return form instanceof EventForm.OfRows rows && rows.from().equals(source.name());
    }

    /** Where the events of one file arrive. */
    private final class Intake implements FormRun.Sink {

        private final String file;
        private final Set<Diagnostic> seen = new HashSet<>();
        private final Set<Integer> lines = new HashSet<>();

        Intake(String file) {
            this.file = file;
        }

        @Override
        public void event(Assembly event, int source, int form) throws BadRow {
            EventJson.Identity identity = event.identity();
            Instant time = event.time();
            byte[] line = gate.passed(json.write(identity, time, event.data()));
            drafts.add(new Draft(time, source, event.line(), form, line), identity, event.subject());
            events.merge(identity.type(), 1L, Long::sum);
        }

        @Override
        public void bad(int line, String reason) {
            Diagnostic row = new Diagnostic(file, line, 0, "import.row", reason);
            if (lines.add(line)) {
                badRows++;
            }
            if (seen.add(row)) { // why: two forms of event may stumble over the same column
                watcher.bad(row);
            }
        }
    }
}
