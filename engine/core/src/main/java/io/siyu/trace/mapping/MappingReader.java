package io.siyu.trace.mapping;

import io.siyu.campaign.Nearest;
import io.siyu.event.Catalogue;
import io.siyu.playbook.CatalogueFile;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Fields;
import io.siyu.playbook.Yaml;
import io.siyu.playbook.YamlNode;
import io.siyu.trace.csv.CsvSource;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reading of a mapping file; every fault is collected with its place. */
public final class MappingReader {

    /** The value of {@code format} this version reads. */
    public static final String FORMAT = "siyu-mapping/1";

    private final Faults faults;

    public MappingReader(Faults faults) {
        this.faults = faults;
    }

    /** Reads a mapping; empty when it cannot be used, with the reasons among the faults. */
    public Optional<Mapping> read(Path path, String name) {
        Path folder = path.toAbsolutePath().getParent();
        return Yaml.read(path, name, faults).flatMap(root -> mapping(root, folder));
    }

    /** Reads a mapping already in memory, which cannot name a catalogue file. */
    public Optional<Mapping> read(String name, String text) {
        return Yaml.read(name, text, faults).flatMap(root -> mapping(root, null));
    }

    private Optional<Mapping> mapping(YamlNode root, @Nullable Path folder) {
        return Fields.of(root, faults).map(top -> mapping(top, folder)).filter(read -> faults.isEmpty());
    }

    private Mapping mapping(Fields top, @Nullable Path folder) {
        try (top) {
            top.requiredValue("format", MappingReader::format, FORMAT);
            ZoneId zone = top.requiredValue("zone", MappingReader::zone, ZoneOffset.UTC);
            Currency currency = top.requiredValue("currency", MappingReader::currency, Currency.getInstance("USD"));
            Catalogue catalogue = catalogue(top, folder, currency);
            List<CsvSource> sources = sources(top.entries("sources"));
            EventFormReader reader = new EventFormReader(
                    top.requiredText("source"),
                    sources.stream().map(CsvSource::name).toList(),
                    catalogue,
                    new ValueReader(new FormReader(zone, currency.getDefaultFractionDigits()), faults));
            return new Mapping(
                    top.mapping().file(), zone, catalogue, sources, top.texts("ignore"), events(top, reader));
        }
    }

    private Catalogue catalogue(Fields top, @Nullable Path folder, Currency currency) {
        Optional<String> own = top.text("catalogue");
        if (own.isEmpty()) {
            return CatalogueFile.shipped(currency.getCurrencyCode());
        }
        Path file = folder == null ? Path.of(own.get()) : folder.resolve(own.get());
        if (!Files.isRegularFile(file)) {
            String told =
                    "There is no catalogue file \"" + own.get() + "\" beside the mapping.\nMaybe the path is wrong.";
            top.fault("catalogue", "mapping.catalogue", told);
            return CatalogueFile.shipped(currency.getCurrencyCode());
        }
        return Yaml.read(file, own.get(), faults)
                .map(root -> CatalogueFile.with(root, currency.getCurrencyCode(), faults))
                .orElseGet(() -> CatalogueFile.shipped(currency.getCurrencyCode()));
    }

    private static List<EventForm> events(Fields top, EventFormReader reader) {
        if (!top.has("events")) {
            top.requiredText("events");
        }
        return top.maps("events").stream()
                .flatMap(fields -> reader.read(fields).stream())
                .toList();
    }

    private List<CsvSource> sources(Map<String, YamlNode> written) {
        List<CsvSource> sources = new ArrayList<>();
        written.forEach((name, node) -> Fields.of(node, faults).ifPresent(fields -> sources.add(source(name, fields))));
        for (CsvSource source : sources) {
            for (CsvSource.Join join : source.joins()) {
                if (!written.containsKey(join.source())) {
                    faults.add(
                            join.place(),
                            "mapping.source",
                            "There is no source \"" + join.source() + "\".\n"
                                    + Nearest.maybe(join.source(), written.keySet()));
                }
            }
        }
        return sources;
    }

    private CsvSource source(String name, Fields fields) {
        try (fields) {
            CsvSource.Form form = new CsvSource.Form(
                    fields.value("delimiter", MappingReader::character).orElse(','),
                    fields.value("quote", MappingReader::character).orElse('"'),
                    fields.value("encoding", MappingReader::encoding).orElse(StandardCharsets.UTF_8));
            return new CsvSource(
                    name,
                    fields.requiredText("file"),
                    form,
                    fields.texts("columns"),
                    fields.integer("skip", 0, 1000).orElse(0L).intValue(),
                    fields.texts("missing"),
                    fields.maps("join").stream().map(MappingReader::join).toList(),
                    fields.mapping());
        }
    }

    private static CsvSource.Join join(Fields fields) {
        try (fields) {
            List<String> here = new ArrayList<>();
            List<String> there = new ArrayList<>();
            for (YamlNode on : fields.list("on")) {
                if (on instanceof YamlNode.Mapping pairs) {
                    pairs.values().forEach((left, right) -> {
                        here.add(left);
                        there.add(right instanceof YamlNode.Text text ? text.text() : left);
                    });
                } else if (on instanceof YamlNode.Text text) {
                    here.add(text.text());
                    there.add(text.text());
                }
            }
            if (here.isEmpty()) {
                fields.requiredText("on");
            }
            return new CsvSource.Join(
                    fields.requiredText("source"),
                    here,
                    there,
                    fields.text("prefix").orElse(""),
                    fields.flag("optional", false),
                    fields.mapping());
        }
    }

    private static String format(String text) {
        if (!text.equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "this version reads " + FORMAT + ".\nMaybe write \"format: " + FORMAT + "\".");
        }
        return text;
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("no time zone has this name.\n"
                    + Nearest.to(
                                    id,
                                    ZoneId.getAvailableZoneIds().stream()
                                            .sorted()
                                            .toList())
                            .map(near -> "Maybe \"" + near + "\" was meant.")
                            .orElse("Maybe a name such as \"Asia/Shanghai\"."));
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("no currency has this code.\nMaybe \"CNY\" or \"USD\".");
        }
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new IllegalArgumentException("no encoding has this name.\nMaybe \"UTF-8\" or \"GB18030\".");
        }
    }

    private static char character(String text) {
        String one = text.equals("tab") ? "\t" : text;
        if (one.length() != 1) {
            throw new IllegalArgumentException("it must be one character, or \"tab\".\nMaybe put it in quotes.");
        }
        return one.charAt(0);
    }
}
