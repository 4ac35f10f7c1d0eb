package io.siyu.samples.journey;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.trace.TraceHeader;
import io.siyu.trace.mapping.Import;
import io.siyu.trace.mapping.ImportSummary;
import io.siyu.trace.mapping.ImportWatcher;
import io.siyu.trace.mapping.Mapping;
import io.siyu.trace.mapping.MappingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The import of the Complete Journey sample into a trace. */
public final class JourneyTrace {
    private static final Map<String, String> FILES = Map.of(
            "transactions", "transactions_sample.csv.gz",
            "campaigns", "campaigns.csv.gz",
            "descriptions", "campaign_descriptions.csv.gz",
            "redemptions", "coupon_redemptions.csv.gz");

    private JourneyTrace() {}

    /**
     * Writes the trace.
     *
     * @param data directory of the published CSV files, gzipped
     * @throws IOException if the files are not there, or a row is bad
     */
    public static ImportSummary write(Path data, Path mapping, Path trace, Faults faults) throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = data.resolve(file.getValue());
            if (!Files.isRegularFile(path)) {
                throw new IOException(
                        "The file (" + path + ") is missing.\nMaybe say where the sample is with --data.");
            }
            sources.put(file.getKey(), path);
        }
        Optional<Mapping> read = new MappingReader(faults).read(mapping, mapping.toString());
        Optional<ImportSummary> done = read.isEmpty()
                ? Optional.empty()
                : new Import(read.get(), watcher(faults), false)
                        .run(sources, trace, TraceHeader.DEFAULT_PARTITIONS, faults);
        if (done.isEmpty() || !faults.isEmpty()) {
            throw new IOException("The import has faults: " + faults.sorted());
        }
        return done.get();
    }

    private static ImportWatcher watcher(Faults faults) {
        return new ImportWatcher() {
            @Override
            public void bad(Diagnostic row) {
                faults.add(row);
            }

            @Override
            public void read(long bytes) {}
        };
    }
}
