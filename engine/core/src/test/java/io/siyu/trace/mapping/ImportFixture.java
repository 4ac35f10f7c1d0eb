package io.siyu.trace.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.trace.csv.CsvSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small shop whose files and mapping are written in a test. */
final class ImportFixture {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");

    private static final String CATALOGUE = """
            version: 1
            events:
              basket.seen:
                fields:
                  orderId: {type: text, required: true}
                  total: {type: money}
                  lines: {type: integer}
                  top: {type: decimal}
                  lastSku: {type: text}
                  items: {type: items, fields: {sku: {type: text}}}
              sale.seen:
                fields:
                  a: {type: text}
                  b: {type: text}
                  n: {type: integer}
                  paid: {type: boolean}
                  tags: {type: texts}
                  phone: {type: text, personal: true}
                  birthday: {type: date, personal: true}
            """;

    private final Path folder;
    private final List<Diagnostic> bad = new ArrayList<>();
    private final Faults faults = new Faults();
    private String mapping = "";
    private Optional<ImportSummary> summary = Optional.empty();

    ImportFixture(Path folder) {
        this.folder = folder;
    }

    ImportFixture file(String name, String content) {
        return file(name, content, StandardCharsets.UTF_8);
    }

    ImportFixture file(String name, String content, Charset encoding) {
        try {
            Files.writeString(folder.resolve(name), content, encoding);
            return this;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void map(String sources, String events) {
        file("catalogue.yaml", CATALOGUE);
        mapping =
                "format: siyu-mapping/1\nzone: Asia/Shanghai\ncurrency: CNY\nsource: shop\ncatalogue: catalogue.yaml\nsources:\n"
                        + sources.indent(2) + "events:\n" + events;
    }

    List<String> events() {
        return run(false);
    }

    List<String> backfilled() {
        return run(true);
    }

    List<String> ids() {
        return run(false).stream().map(ImportFixture::id).toList();
    }

    List<String> bad() {
        assertThat(run(false)).isNotNull();
        return bad.stream().map(Diagnostic::toString).toList();
    }

    List<String> faults() {
        assertThat(run(false)).isEmpty();
        return faults.sorted().stream().map(Diagnostic::toString).toList();
    }

    ImportSummary summary() {
        run(false);
        return summary.orElseThrow();
    }

    private List<String> run(boolean backfill) {
        bad.clear();
        file("mapping.yaml", mapping);
        Mapping read = new MappingReader(faults)
                .read(folder.resolve("mapping.yaml"), "mapping.yaml")
                .orElseThrow(() -> new AssertionError(faults.sorted()));
        try {
            Path out = folder.resolve("out.jsonl");
            summary = new Import(read, watcher(), backfill).run(files(read), out, 64, faults);
            return summary.isEmpty()
                    ? List.of()
                    : Files.readAllLines(out).stream().skip(1).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, Path> files(Mapping read) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (CsvSource source : read.sources()) {
            if (Files.exists(folder.resolve(source.file()))) {
                files.put(source.name(), folder.resolve(source.file()));
            }
        }
        return files;
    }

    private ImportWatcher watcher() {
        return new ImportWatcher() {
            @Override
            public void bad(Diagnostic row) {
                bad.add(row);
            }

            @Override
            public void read(long bytes) {
                assertThat(bytes).isPositive();
            }
        };
    }

    private static String id(String line) {
        Matcher id = ID.matcher(line);
        return id.find() ? id.group(1) : "";
    }
}
