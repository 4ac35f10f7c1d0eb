package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.event.Subject;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.Faults;
import io.siyu.playbook.PlaybookDirectory;
import io.siyu.samples.journey.JourneyTrace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server under a trace's clock, spoken to over HTTP, decides the same bytes as a replay of that trace. */
class TraceClockIT {
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"(\\d+)\",\"time\":\"([^\"]+)\"");
    private static final Path PLAYBOOK = Path.of("complete-journey");
    private static final String RULE = "rules/regulars.drl";
    private static final Instant PUBLISHED = Instant.parse("2017-11-10T12:00:00Z");
    private static final int BATCH = 1_000;
    private static final String NAME = "Robin of household ";

    @TempDir
    private Path folder;

    /** Events in order of time, and before which of them the second edition is published. */
    private record Year(String header, List<String> before, List<String> after) {}

    @Test
    void what_a_server_decides_over_http_is_what_a_replay_decides() throws IOException {
        Path changed = changed();
        String rule = Files.readString(changed.resolve(RULE));
        Year year = year();
        String live;
        try (HttpHouse house = new HttpHouse(
                folder.resolve("home"), Map.of("siyu.clock", "trace", "siyu.playbook", PLAYBOOK.toString()))) {
            upload(house, year.before());
            house.signIn();
            house.publishRule("regulars", rule);
            upload(house, year.after());
            assertThat(house.drain().statusCode()).isEqualTo(204);
            HttpResponse<String> file = house.decisions();
            assertThat(file.headers().firstValue("Content-Type")).hasValue(HttpHouse.LINES);
            live = file.body();
            nothingPersonalButInTheVault(house, live);
        }
        String replayed = replayed(year, changed);
        everythingHappened(live, year, changed);
        assertThat(live.lines().toList())
                .containsExactlyElementsOf(replayed.lines().toList());
        assertThat(live).isEqualTo(replayed);
    }

    private static void upload(HttpHouse house, List<String> lines) {
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<String> batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
            HttpResponse<String> answer = house.send(batch);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.body()).contains("\"accepted\":" + batch.size() + ",");
        }
    }

    private static void nothingPersonalButInTheVault(HttpHouse house, String decisions) {
        Subject member = Subject.member("11");
        assertThat(house.part(RedisHouse.class)
                        .vault()
                        .personal(List.of(member))
                        .get(member))
                .isEqualTo(Map.of("name", NAME + "11"));
        assertThat(decisions).doesNotContain(NAME);
    }

    /** The same lines as a file, with both activations at the times they came into force. */
    private String replayed(Year year, Path changed) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(year.header());
        lines.add(activation(PLAYBOOK, 1, time(year.before().get(0))));
        lines.addAll(year.before());
        lines.add(activation(changed, 2, time(year.after().get(0))));
        lines.addAll(year.after());
        Path trace = Files.write(folder.resolve("trace.jsonl"), lines);
        Path out = folder.resolve("decisions.jsonl");
        ImportedTraces siyu = new ImportedTraces();
        String[] both = {"--playbook", PLAYBOOK.toString(), "--playbook", changed.toString()};
        assertThat(siyu.run("replay", trace.toString(), both[0], both[1], both[2], both[3], "--out", out.toString()))
                .as(siyu.err())
                .isZero();
        return Files.readString(out);
    }

    private static void everythingHappened(String decisions, Year year, Path changed) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("events", year.before().size() + year.after().size());
        counts.put("decisions", count(decisions, "\"seq\":"));
        counts.put("held", count(decisions, "\"verdict\":\"hold\""));
        counts.put("capped", count(decisions, "\"reason\":\"cap."));
        counts.put("by scans", count(decisions, "\"event\":\"scan-"));
        counts.put("by timers", count(decisions, "\"trigger\":\"step.due\"") - counts.get("by scans"));
        counts.put("of the first edition", count(decisions, edition(PLAYBOOK)));
        counts.put("of the second edition", count(decisions, edition(changed)));
        System.out.println(counts);
        assertThat(counts.get("events")).isGreaterThan(5_000);
        assertThat(counts).allSatisfy((what, many) -> assertThat(many).as(what).isPositive());
    }

    private static String edition(Path playbook) {
        return "\"edition\":\"" + PlaybookDirectory.read(playbook).hash() + "\"";
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void keeps_what_came_before_a_line_that_is_out_of_order() {
        List<String> lines = IntStream.range(0, 40)
                .mapToObj(i -> viewed(i, Instant.parse("2017-03-01T12:00:00Z").plusSeconds(30L * i)))
                .toList();
        List<String> disordered = new ArrayList<>(lines);
        disordered.add(30, viewed(40, Instant.parse("2016-01-01T00:00:00Z")));
        try (HttpHouse house = new HttpHouse(
                folder.resolve("home"), Map.of("siyu.clock", "trace", "siyu.playbook", PLAYBOOK.toString()))) {
            HttpResponse<String> answer = house.send(disordered);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("Event 31: The line at (2016-01-01T00:00:00Z) is before the minute", "Maybe the trace")
                    .contains("\"accepted\":30,", "\"pointer\":\"/time\"");
            assertThat(house.send(lines.subList(30, 40)).statusCode()).isEqualTo(202);
            assertThat(house.drain().statusCode()).isEqualTo(204);
            assertThat(house.part(RedisHouse.class).watch().counts().events()).isEqualTo(40);
            assertThat(house.stranger("POST", "/api/clock/drain").statusCode()).isEqualTo(401);
            assertThat(house.stranger("GET", "/api/decisions").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void says_when_the_playbook_to_begin_with_is_none() {
        assertThatThrownBy(() -> new HttpHouse(
                        folder.resolve("home"), Map.of("siyu.clock", "trace", "siyu.playbook", folder.toString())))
                .hasStackTraceContaining("is no playbook: it has no settings.yaml");
    }

    private static String viewed(int number, Instant time) {
        return "{\"specversion\":\"1.0\",\"id\":\"v" + number
                + "\",\"source\":\"shop\",\"type\":\"page.viewed\",\"subject\":\"m1\",\"time\":\"" + time + "\"}";
    }

    /** Every eleventh household of the real year, each with a name. */
    private Year year() throws IOException {
        Path file = folder.resolve("year.jsonl");
        JourneyTrace.write(ImportedTraces.JOURNEY, PLAYBOOK.resolve("mapping.yaml"), file, new Faults());
        List<String> all = Files.readAllLines(file);
        Year year = new Year(all.get(0), new ArrayList<>(), new ArrayList<>());
        for (String line : all.subList(1, all.size())) {
            int household = Integer.parseInt(found(line).group(1));
            if (household % 11 == 0) {
                boolean later = Instant.parse(time(line)).isAfter(PUBLISHED);
                (later ? year.after() : year.before()).add(named(line, household));
            }
        }
        return year;
    }

    private static String named(String line, int household) {
        return line.contains("\"member.joined\"")
                ? line.replace("\"data\":{}", "\"data\":{\"name\":\"" + NAME + household + "\"}")
                : line;
    }

    private static Matcher found(String line) {
        Matcher event = SUBJECT.matcher(line);
        assertThat(event.find()).as(line).isTrue();
        return event;
    }

    private static String time(String line) {
        return found(line).group(2);
    }

    private static String activation(Path playbook, int revision, String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"edition-" + revision
                + "\",\"source\":\"siyu\",\"type\":\"edition.activated\",\"subject\":\"retailer\",\"time\":\"" + time
                + "\",\"data\":{" + edition(playbook) + ",\"revision\":" + revision + "}}";
    }

    /** The playbook with one rule that now answers smaller baskets too. */
    private Path changed() throws IOException {
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
        Path rule = changed.resolve(RULE);
        Files.writeString(rule, Files.readString(rule).replace("total >= 75", "total >= 60"));
        return changed;
    }
}
