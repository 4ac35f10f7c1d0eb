package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.PlaybookDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that never end, over clock changes, the house's and a member's: a server under a trace's clock and a replay agree. */
class ScheduledTraceIT {
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: Europe/Berlin
            currency: EUR
            language: en
            channels:
              phone: [service, marketing]
            """;
    private static final String SUNDAYS = """
            version: 1
            id: sundays
            name: Sundays
            purpose: marketing
            channel: phone
            trigger:
              schedule: {cron: 30 2 * * 7L, window: 1h}
            steps:
              - send: early
                text: Good morning
            """;
    private static final String OWN = """
            version: 1
            id: own
            name: Mondays, at each member's own time
            purpose: marketing
            channel: phone
            trigger:
              schedule: {cron: 0 9 * * 1, window: 2h, clock: member}
            steps:
              - send: nine
                text: Good morning
            """;
    private static final Instant FIRST = Instant.parse("2027-02-25T09:00:00Z");
    private static final int WEEKS = 7;

    @TempDir
    private Path folder;

    @Test
    void a_server_keeps_schedules_as_a_replay_does() throws IOException {
        Path playbook = playbook();
        List<String> lines = lines();
        String live;
        try (HttpHouse house = new HttpHouse(
                folder.resolve("home"), Map.of("siyu.clock", "trace", "siyu.playbook", playbook.toString()))) {
            assertThat(house.send(lines).statusCode()).isEqualTo(202);
            assertThat(house.drain().statusCode()).isEqualTo(204);
            live = house.decisions().body();
        }
        assertThat(live).isEqualTo(replayed(playbook, lines));
        assertThat(live)
                .contains("\"occurrence\":\"2027-03-08T10:00\"", "\"occurrence\":\"2027-04-08T10:00\"")
                .contains("\"occurrence\":\"2027-02-28T02:30\"", "\"occurrence\":\"2027-03-28T03:00\"")
                .contains("2027-03-28T01:00:00Z", "2027-04-08T08:00:00Z")
                .doesNotContain("2027-05-");
        assertThat(mondays(live, "m0"))
                .as("New York puts its clocks forward on 14 March")
                .contains("hold member.clock 2027-03-07T19:00:00Z", "send  2027-03-08T14:00:00Z")
                .contains("hold member.clock 2027-03-14T19:00:00Z", "send  2027-03-15T13:00:00Z");
        assertThat(mondays(live, "m1"))
                .as("Berlin does on 28 March")
                .contains("send  2027-03-22T08:00:00Z", "send  2027-03-29T07:00:00Z");
    }

    /** What became of the member's Mondays, and when. */
    private static List<String> mondays(String decisions, String member) {
        Pattern told = Pattern.compile(".*\"at\":\"([^\"]+)\".*\"subject\":\"" + member
                + "\".*\"campaign\":\"own\".*\"verdict\":\"(\\w+)\"(?:.*\"reason\":\"([^\"]+)\")?.*");
        return decisions
                .lines()
                .map(told::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(2) + " " + (line.group(3) == null ? "" : line.group(3)) + " " + line.group(1))
                .toList();
    }

    private Path playbook() throws IOException {
        Path playbook =
                Files.createDirectories(folder.resolve("playbook/campaigns")).getParent();
        Files.writeString(playbook.resolve("settings.yaml"), SETTINGS);
        Files.writeString(playbook.resolve("campaigns/sundays.yaml"), SUNDAYS);
        Files.writeString(playbook.resolve("campaigns/own.yaml"), OWN);
        try (InputStream shipped = ScheduledTraceIT.class.getResourceAsStream("/campaign-templates/members-day.yaml")) {
            Files.copy(Objects.requireNonNull(shipped), playbook.resolve("campaigns/members-day.yaml"));
        }
        return playbook;
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int m = 0; m < 5; m++) {
            Instant at = FIRST.plusSeconds(m);
            String zone = m == 0 ? ",\"zone\":\"America/New_York\"" : "";
            lines.add(line("member.joined", m, at, "{\"level\":" + m % 2 + zone + "}"));
            lines.add(line("consent.given", m, at, "{\"channel\":\"phone\"}"));
        }
        for (int week = 0; week < WEEKS; week++) {
            String order = "{\"orderId\":\"A" + week + "\",\"total\":\"20.00\",\"currency\":\"EUR\"}";
            lines.add(line("order.placed", week % 5, FIRST.plusSeconds(604_800L * week + 3_600), order));
        }
        return lines;
    }

    private static String line(String type, int member, Instant at, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + type + "-" + at + "\",\"source\":\"shop\",\"type\":\"" + type
                + "\",\"subject\":\"m" + member + "\",\"time\":\"" + at + "\",\"data\":" + data + "}";
    }

    private String replayed(Path playbook, List<String> lines) throws IOException {
        List<String> trace = new ArrayList<>();
        trace.add("{\"format\":\"siyu-trace/1\",\"mode\":\"inputs\",\"zone\":\"Europe/Berlin\",\"partitions\":64}");
        trace.add("{\"specversion\":\"1.0\",\"id\":\"edition-1\",\"source\":\"siyu\",\"type\":\"edition.activated\","
                + "\"subject\":\"retailer\",\"time\":\"" + FIRST + "\",\"data\":{\"edition\":\""
                + PlaybookDirectory.read(playbook).hash() + "\",\"revision\":1}}");
        trace.addAll(lines);
        Path file = Files.write(folder.resolve("trace.jsonl"), trace);
        Path out = folder.resolve("decisions.jsonl");
        ImportedTraces siyu = new ImportedTraces();
        assertThat(siyu.run("replay", file.toString(), "--playbook", playbook.toString(), "--out", out.toString()))
                .as(siyu.err())
                .isZero();
        return Files.readString(out);
    }
}
