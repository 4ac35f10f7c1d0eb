package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.EventReader;
import io.siyu.event.Reading;
import io.siyu.house.TraceHouse;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Arrival;
import io.siyu.partition.LoadedEditions;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.Faults;
import io.siyu.replay.ReplaySummary;
import io.siyu.replay.TraceReplay;
import io.siyu.report.DecisionFile;
import io.siyu.rule.Edition;
import io.siyu.samples.journey.JourneyTrace;
import io.siyu.web.cli.Playbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live house under a trace's clock decides the same bytes as a replay of that trace. */
class TraceClockIT {
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"(\\d+)\",\"time\":\"([^\"]+)\"");
    private static final Path PLAYBOOK = Path.of("complete-journey");
    private static final String PUBLISHED = "2017-11-10T12:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void live_and_replayed_decisions_are_the_same_bytes() throws IOException {
        List<Edition> editions = editions();
        List<String> lines = lines(editions);
        Path trace = folder.resolve("trace.jsonl");
        Files.write(trace, lines);
        ByteArrayOutputStream replayed = new ByteArrayOutputStream();
        ReplaySummary summary = new TraceReplay(trace, editions, new LiquidTexts(), new TraceReplay.Options(2, null))
                .run(replayed, count -> {});
        String expected = replayed.toString(StandardCharsets.UTF_8);
        String live = live(editions, lines.subList(1, lines.size()));
        System.out.printf(
                "%d lines, %d entries, %d decisions: %d held, %d capped, %d of the second edition%n",
                lines.size() - 1,
                summary.entries(),
                summary.decisions(),
                count(expected, "\"verdict\":\"hold\""),
                count(expected, "\"reason\":\"cap."),
                count(expected, "\"edition\":\"" + editions.get(1).hash() + "\""));
        assertThat(lines).hasSizeGreaterThan(5_000);
        assertThat(expected).contains("\"verdict\":\"hold\"", "\"reason\":\"cap.", "\"trigger\":\"step.due\"");
        assertThat(count(expected, "\"edition\":\"" + editions.get(0).hash() + "\""))
                .isPositive();
        assertThat(count(expected, "\"edition\":\"" + editions.get(1).hash() + "\""))
                .isPositive();
        assertThat(live.lines().toList())
                .containsExactlyElementsOf(expected.lines().toList());
        assertThat(live).isEqualTo(expected);
    }

    private String live(List<Edition> editions, List<String> lines) throws IOException {
        LoadedEditions loaded = new LoadedEditions(editions);
        Edition first = editions.get(0);
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"), 0);
                RedisHouse store = new RedisHouse(new RedisHouse.Place(
                        redis.url(),
                        64,
                        first::catalogue,
                        HouseKey.in(folder.resolve("house.key")),
                        Clock.systemUTC()))) {
            store.useTraceClock();
            EventReader reader = EventReader.inside(first.catalogue());
            try (TraceHouse house =
                    new TraceHouse(new TraceHouse.Plan(store, loaded, new LiquidTexts(), first.catalogue()))) {
                for (String line : lines) {
                    Reading.Read read = (Reading.Read) reader.read(line);
                    house.line(read.event().time(), Arrival.of(read.event()));
                }
                house.drain(null);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DecisionFile.write(store.watch(), out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    /** Every twelfth household of the real year, and two editions coming into force. */
    private List<String> lines(List<Edition> editions) throws IOException {
        Path year = folder.resolve("year.jsonl");
        JourneyTrace.write(ImportedTraces.JOURNEY, PLAYBOOK.resolve("mapping.yaml"), year, new Faults());
        List<String> chosen = new ArrayList<>();
        List<String> all = Files.readAllLines(year);
        chosen.add(all.get(0));
        chosen.add(activation(editions.get(0), 1, "2016-11-14T00:00:00Z"));
        boolean published = false;
        for (String line : all.subList(1, all.size())) {
            Matcher event = SUBJECT.matcher(line);
            assertThat(event.find()).isTrue();
            if (!published && Instant.parse(event.group(2)).isAfter(Instant.parse(PUBLISHED))) {
                chosen.add(activation(editions.get(1), 2, PUBLISHED));
                published = true;
            }
            if (Integer.parseInt(event.group(1)) % 11 == 0) {
                chosen.add(line);
            }
        }
        return chosen;
    }

    private static String activation(Edition edition, int revision, String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"edition-" + revision
                + "\",\"source\":\"siyu\",\"type\":\"edition.activated\",\"subject\":\"retailer\",\"time\":\"" + time
                + "\",\"data\":{\"edition\":\"" + edition.hash() + "\",\"revision\":" + revision + "}}";
    }

    private List<Edition> editions() throws IOException {
        Path changed = folder.resolve("changed");
        try (Stream<Path> files = Files.walk(PLAYBOOK)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = changed.resolve(PLAYBOOK.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path settings = changed.resolve("settings.yaml");
        Files.writeString(settings, Files.readString(settings).replace("Journey Market", "Journey Market & Bakery"));
        return Playbooks.editions(List.of(PLAYBOOK, changed), new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
