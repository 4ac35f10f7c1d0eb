package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.house.LiveHouse;
import io.siyu.member.CampaignProfile;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.FailPoint.Place;
import io.siyu.report.Told;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.RedisClient;

/** A house is killed with {@code kill -9} at every fail point, again and again, with work in flight; or stopped there. */
final class Killing {
    private static final List<Integer> ALL =
            IntStream.range(0, DoomedHouse.PARTITIONS).boxed().toList();
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final RedisServer redisServer;
    private final Set<String> acknowledged = new HashSet<>();
    private final Random random = new Random(20261122);

    /** Kills houses on this server. */
    Killing(RedisServer redisServer) {
        this.redisServer = redisServer;
    }

    /** Kills at each fail point so often, then looks at what is left. */
    void kill(int rounds) throws IOException, InterruptedException {
        open();
        int kills = 0;
        for (int round = 0; round < rounds; round++) {
            for (Place place : Place.values()) {
                kills++;
                killAt(place, kills);
            }
        }
        assertThat(kills).isEqualTo(rounds * Place.values().length);
        RedisHouse house = DoomedHouse.house(redisServer.url(), key(), FailPoint.NONE);
        DoomedHouse.Vendor vendor = new DoomedHouse.Vendor(redisServer.url());
        try (LiveHouse live = DoomedHouse.live(house, vendor, FailPoint.NONE).start()) {
            await(() -> inFlight(house) == 0 && live.ills().isEmpty());
        }
        verify(house, vendor.redis().hgetAll(DoomedHouse.Vendor.HANDED));
        house.close();
    }

    /** Stops a house at each fail point until its lease has run out and lets it go on, then looks at what it made of it. */
    void freeze() throws IOException, InterruptedException {
        open();
        Process process = java(FrozenHouse.class, List.of());
        try (BufferedReader said = process.inputReader();
                RedisHouse house = DoomedHouse.house(redisServer.url(), key(), FailPoint.NONE)) {
            List<String> frozen = new ArrayList<>();
            for (String line = said.readLine(); !"SENT".equals(line); line = said.readLine()) {
                assertThat(line).as("what it says before all is sent").isNotNull();
                if (line.startsWith("A ")) {
                    acknowledged.add(line.substring(2));
                } else {
                    frozen.add(line);
                    outliveLease(process);
                }
            }
            assertThat(frozen)
                    .containsExactly(Stream.of(Place.values())
                            .map(place -> "AT " + place)
                            .toArray(String[]::new));
            await(() -> inFlight(house) == 0);
            DoomedHouse.Vendor vendor = new DoomedHouse.Vendor(redisServer.url());
            verify(house, vendor.redis().hgetAll(DoomedHouse.Vendor.HANDED));
            assertThat(statuses().values()).as("nothing is unknown").containsOnly("sent");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void outliveLease(Process process) throws IOException, InterruptedException {
        signal(process, "STOP");
        try (RedisClient redis = RedisClient.create(redisServer.url())) {
            await(() -> !redis.exists(RedisKeys.LEASE));
        }
        signal(process, "CONT");
        process.outputWriter().append("go\n").flush();
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private Path key() {
        return redisServer.directory().resolve("house.key");
    }

    private void open() {
        List<Arrival> members = new ArrayList<>();
        for (int m = 0; m < DoomedHouse.MEMBERS; m++) {
            members.add(Shop.consent("c" + m, "m" + m));
            members.add(Shop.joined("j" + m, "m" + m));
        }
        try (RedisHouse house = DoomedHouse.house(redisServer.url(), key(), FailPoint.NONE)) {
            house.intake().accept(members);
        }
        members.forEach(arrival -> acknowledged.add(arrival.event().id()));
    }

    private Process start(Place place, int generation) throws IOException {
        return java(
                DoomedHouse.class,
                List.of(place.name(), Integer.toString(random.nextInt(5)), Integer.toString(generation)));
    }

    private Process java(Class<?> house, List<String> more) throws IOException {
        return java(house, redisServer.url(), key(), more);
    }

    /** A process of this house over this Redis; what it says of itself beside its output is lost. */
    static Process java(Class<?> house, URI redis, Path key, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                house.getName(),
                redis.toString(),
                key.toString()));
        command.addAll(more);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void killAt(Place place, int generation) throws IOException, InterruptedException {
        Process process = start(place, generation);
        boolean hit = false;
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("A ")) {
                    acknowledged.add(line.substring(2));
                } else if (line.equals("HIT") && !hit) {
                    hit = true;
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(hit).as("the fail point %s was reached", place).isTrue();
        try (RedisHouse house = DoomedHouse.house(redisServer.url(), key(), FailPoint.NONE)) {
            assertThat(inFlight(house))
                    .as("work in flight when killed at %s", place)
                    .isPositive();
        }
    }

    /** What is between acceptance and its last consequence: undecided, unsent, claimed, unprojected, unacknowledged. */
    private long inFlight(RedisHouse house) {
        var health = house.doctor().examine();
        long claimed = house.outbox().open(ALL).size();
        long made = 0;
        long told = 0;
        try (RedisClient redis = RedisClient.create(redisServer.url())) {
            for (int partition : ALL) {
                made += redis.xlen(RedisKeys.decisions(partition));
            }
            for (String count : redis.hvals(RedisKeys.COUNTS)) {
                told += Long.parseLong(count);
            }
            for (int partition : ALL) {
                claimed += redis.xlen(RedisKeys.letters(partition));
            }
        }
        return health.lag() + health.waiting() + claimed + made - told;
    }

    /** Looks now and then: asking all the time would take the machine from the house that is waited for. */
    private static void await(java.util.function.BooleanSupplier reached) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            boolean early = new CountDownLatch(1).await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(early || Instant.now().isAfter(end)).as("still waiting").isFalse();
        }
    }

    private void verify(RedisHouse house, Map<String, String> handed) {
        Map<String, Integer> entered = new HashMap<>();
        Map<String, Integer> decided = new HashMap<>();
        List<Told> sends = new ArrayList<>();
        for (int partition : ALL) {
            for (Entry entry :
                    house.log().entries(Map.of(partition, 0L), 1_000_000).getOrDefault(partition, List.of())) {
                entered.merge(entry.event().id(), 1, Integer::sum);
            }
            for (Told told : house.watch().decisions(partition, null, 1_000_000)) {
                decided.merge(told.event() + " " + told.rule(), 1, Integer::sum);
                if (!told.message().isEmpty()) {
                    sends.add(told);
                }
            }
        }
        assertThat(entered).as("accepted events in the logs").containsKeys(acknowledged.toArray(String[]::new));
        assertThat(entered.values()).as("entries of one event").allMatch(times -> times == 1);
        assertThat(decided.values()).as("decisions of one rule on one event").allMatch(times -> times == 1);
        entered.keySet().stream()
                .filter(Killing::isEvent)
                .forEach(id -> assertThat(decided)
                        .as("decided")
                        .containsKey(id + (isOrder(id) ? " Thank for an order" : " Offer what was viewed")));
        sent(sends, handed);
        goals(house, entered.keySet());
    }

    private static boolean isEvent(String id) {
        return id.matches("g\\d+-\\d+");
    }

    private static boolean isOrder(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1)) % 2 == 0;
    }

    private void sent(List<Told> sends, Map<String, String> handed) {
        assertThat(sends).extracting(Told::message).doesNotHaveDuplicates();
        Map<String, String> statuses = statuses();
        int unknown = 0;
        for (Told send : sends) {
            String status = statuses.get(send.message());
            String times = handed.getOrDefault(send.message(), "0");
            boolean marketing = send.line().contains("\"template\":\"offer\"");
            assertThat(status).isIn(marketing ? List.of("sent", "unknown") : List.of("sent"));
            assertThat(times).as("handed over as %s", status).isEqualTo(status.equals("sent") ? "1" : "0");
            unknown += status.equals("unknown") ? 1 : 0;
        }
        assertThat(handed).hasSize(sends.size() - unknown);
    }

    /** The last status of every message, from what the partitions have seen. */
    private Map<String, String> statuses() {
        Map<String, String> statuses = new HashMap<>();
        try (RedisClient redis = RedisClient.create(redisServer.url())) {
            for (int partition : ALL) {
                for (String week : redis.keys(RedisKeys.prefix(partition) + "seen:*")) {
                    redis.hgetAll(week).forEach((key, value) -> {
                        if (key.startsWith("m:")) {
                            statuses.put(key.substring(2), value.split(" ", -1)[1]);
                        }
                    });
                }
            }
        }
        return statuses;
    }

    private static void goals(RedisHouse house, Set<String> entered) {
        Subject club = new Subject(SubjectKind.CAMPAIGN, "club");
        long orders = entered.stream().filter(id -> isEvent(id) && isOrder(id)).count();
        var state = house.states().states(List.of(club)).get(club);
        assertThat(((CampaignProfile) state.profile()).goals()).isEqualTo(orders);
    }
}
