package io.siyu.samples;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.Phones;
import io.siyu.event.Subject;
import io.siyu.member.MemberProfile;
import io.siyu.member.State;
import io.siyu.partition.HouseTime;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.PlaybookDirectory;
import io.siyu.report.Counts;
import io.siyu.report.Doctor;
import io.siyu.report.Told;
import io.siyu.report.Watch;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A retailer goes live: the year before becomes history, and life goes on from there. */
@Tag("full")
class BackfillIT {
    private static final int MOST = 10_000;
    private static final Path PLAYBOOK = Path.of("complete-journey");
    private static final int YEAR = 60_000;
    private static final int BATCH = 5_000;
    private static final long REAL_PACE = 1_000;
    private static final Instant GO_LIVE = Instant.parse("2018-01-02T15:00:00Z");
    private static final Instant ISSUED = Instant.parse("2018-01-03T15:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2018-01-07T19:30:00Z");
    private static final Duration REMINDED_BEFORE = Duration.ofDays(3);
    private static final Instant DUE = EXPIRES.minus(REMINDED_BEFORE);
    private static final String MEMBER = "1001";

    @TempDir
    private Path folder;

    private LiveServer server;

    @BeforeEach
    void go_live() {
        server = LiveServer.start(folder.resolve("home"), Map.of("siyu.clock", "accelerated"));
        turnClock(GO_LIVE);
        server.publish(PlaybookDirectory.read(PLAYBOOK));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_backfilled_year_sends_nothing_and_the_next_coupon_is_reminded() throws IOException {
        List<String> year = year();
        long begun = System.nanoTime();
        send(year);
        settle(year.size());
        System.out.printf("%d lines of history in %.1f s%n", year.size(), (System.nanoTime() - begun) / 1e9);
        assertThat(year).hasSizeGreaterThan(YEAR);
        assertThat(counts().dead()).isZero();
        assertThat(decisions()).isEmpty();
        assertThat(server.part(Phones.class).latest(1_000)).isEmpty();
        assertThat(orders()).isPositive();

        turnClock(ISSUED);
        accepted(coupon());
        turnClock(DUE.minusSeconds(60));
        accepted(visit("before"));
        settle(year.size() + 2);
        assertThat(decisions()).isEmpty();

        turnClock(DUE.minusSeconds(2));
        LiveServer.await("reminded", () -> !server.phone(MEMBER).isEmpty());
        Instant afterwards = EXPIRES.minusSeconds(3_600);
        turnClock(afterwards);
        accepted(visit("after"));
        settle(year.size() + 3);
        remindsOfHistory(year, afterwards);
        remindedOnceAndOnTime();
    }

    private void remindedOnceAndOnTime() {
        assertThat(decisions())
                .filteredOn(
                        told -> told.subject().equals(MEMBER) && !told.message().isEmpty())
                .hasSize(1);
        List<Phones.Received> reminders = server.phone(MEMBER);
        assertThat(reminders).hasSize(1);
        assertThat(reminders.get(0).message().origin()).isEqualTo("coupon-expiring/reminder");
        assertThat(reminders.get(0).at()).isBetween(DUE, DUE.plusSeconds(300));
    }

    /** The history left coupons open; their day comes too. */
    private void remindsOfHistory(List<String> year, Instant now) {
        Set<String> open = open(year, now.plus(REMINDED_BEFORE));
        LiveServer.await("reminded", () -> reminded().size() > open.size() * 9 / 10, this::counts);
        System.out.printf(
                "%d members with a coupon left open, %d reminded%n",
                open.size(), reminded().size() - 1);
        open.add(MEMBER);
        assertThat(open).hasSizeGreaterThan(100).containsAll(reminded());
    }

    /** Members with a coupon that ends after going live and before then, and was not redeemed. */
    private static Set<String> open(List<String> year, Instant until) {
        Map<String, String> open = new TreeMap<>();
        for (String line : year) {
            JsonNode event = JsonMapper.shared().readTree(line);
            String coupon = event.at("/data/couponId").asString("");
            if (event.get("type").asString().equals("coupon.redeemed")) {
                open.remove(coupon);
            } else if (!coupon.isEmpty()) {
                Instant expires = Instant.parse(event.at("/data/expiresAt").asString());
                if (expires.isAfter(GO_LIVE.plus(REMINDED_BEFORE)) && !expires.isAfter(until)) {
                    open.put(coupon, event.get("subject").asString());
                }
            }
        }
        return new TreeSet<>(open.values());
    }

    private Set<String> reminded() {
        return server.part(Phones.class).latest(1_000).stream()
                .map(Subject::written)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The real year as the command imports it, every line marked as history. */
    private List<String> year() throws IOException {
        Path trace = folder.resolve("year.jsonl.gz");
        int exit = new ImportedTraces()
                .run(ImportedTraces.arguments(
                        ImportedTraces.journeyFiles(),
                        "import",
                        "--backfill",
                        "--mapping",
                        PLAYBOOK.resolve("mapping.yaml").toString(),
                        "--out",
                        trace.toString()));
        assertThat(exit).isZero();
        List<String> lines = ImportedTraces.lines(trace);
        return lines.subList(1, lines.size());
    }

    /** Streams the lines in; where the house has no room, again from the line it names. */
    private void send(List<String> lines) {
        int next = 0;
        while (next < lines.size()) {
            List<String> batch = lines.subList(next, Math.min(lines.size(), next + BATCH));
            HttpResponse<String> answer = server.post("application/x-ndjson", String.join("\n", batch));
            JsonNode said = LiveServer.json(answer);
            if (answer.statusCode() == 202) {
                assertThat(said.get("accepted").asInt()).isEqualTo(batch.size());
                next += batch.size();
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
                next += said.at("/answer/again").asInt() - 1;
                LiveServer.await(
                        "room", () -> server.part(Doctor.class).examine().lag() == 0);
            }
        }
    }

    private static String coupon() {
        return """
                {"specversion":"1.0","id":"issued-next","source":"shop","type":"coupon.issued","subject":"%s",\
                "time":"%s","data":{"couponId":"next","kind":"Type A","expiresAt":"%s"}}""".formatted(MEMBER, ISSUED, EXPIRES);
    }

    /** Whatever is due for the member is decided before this. */
    private String visit(String id) {
        return """
                {"specversion":"1.0","id":"%s","source":"shop","type":"page.viewed","subject":"%s","time":"%s",\
                "data":{"page":"home"}}""".formatted(id, MEMBER, server.part(HouseTime.class).now());
    }

    private void accepted(String event) {
        HttpResponse<String> answer = server.post(event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private void turnClock(Instant to) {
        server.part(HouseTime.class).set(to, REAL_PACE);
    }

    private Counts counts() {
        return server.part(Watch.class).counts();
    }

    /** Every decision the house made: committed with the entry it came of, so none is still on its way. */
    private List<Told> decisions() {
        Watch watch = server.part(Watch.class);
        return range(0, server.part(RedisHouse.class).partitions())
                .boxed()
                .flatMap(p -> watch.decisions(p, null, MOST).stream())
                .toList();
    }

    private long orders() {
        Subject member = Subject.member(MEMBER);
        State state = server.part(PartitionStates.class).states(List.of(member)).get(member);
        return state != null && state.profile() instanceof MemberProfile profile
                ? profile.orders().count()
                : 0;
    }

    /** Waits until so many events are decided, and everything is sent that came of them. */
    private void settle(long events) {
        LiveServer.await("decided", () -> counts().events() >= events, this::counts);
        LiveServer.await("sent", () -> server.part(Doctor.class).examine().waiting() == 0, this::counts);
    }
}
