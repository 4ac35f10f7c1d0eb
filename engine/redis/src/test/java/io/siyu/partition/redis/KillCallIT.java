package io.siyu.partition.redis;

import static io.siyu.partition.redis.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.house.LiveHouse;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.FailPoint.Place;
import io.siyu.report.StepCount;
import io.siyu.report.Told;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.json.JsonMapper;

/** A house is killed while a store calls thousands of members, again and again. */
class KillCallIT {
    private static final int MEMBERS = 4_000;
    private static final int COMMUNITIES = 40;
    private static final String PASSES = "4";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Place> PLACES =
            List.of(Place.AFTER_COMMIT, Place.IN_COMMIT, Place.AFTER_CLAIM, Place.AFTER_ACCEPTED);
    private static final List<Integer> ALL =
            IntStream.range(0, DoomedHouse.PARTITIONS).boxed().toList();

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    @Test
    void each_member_and_community_is_called_once_and_the_store_too() throws IOException, InterruptedException {
        known();
        for (Place place : PLACES) {
            killAt(place);
            assertThat(messages("send", StepCount::audience))
                    .as("members called when killed at %s", place)
                    .isBetween(1L, MEMBERS - 1L);
        }
        DoomedHouse.Vendor vendor = new DoomedHouse.Vendor(REDIS.url());
        live(
                vendor,
                () -> messages("send", StepCount::sent) == MEMBERS && messages("push", StepCount::sent) == COMMUNITIES);

        assertThat(vendor.redis().hgetAll(DoomedHouse.Vendor.HANDED).values())
                .hasSize(MEMBERS + COMMUNITIES)
                .containsOnly("1");
        assertThat(decisions())
                .containsOnly(
                        entry("store call", 1),
                        entry("store enrol", 1),
                        entry("store task", 1),
                        entry("member enrol", MEMBERS),
                        entry("member send", MEMBERS),
                        entry("community enrol", COMMUNITIES),
                        entry("community push", COMMUNITIES));
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            assertThat(steps()).isEqualTo(StepRecount.of("shelf", redis, ALL)).allMatch(StepCount::isBalanced);
        }
    }

    /** Members and communities are there, and the store has told of its stock, but nobody has decided what to do. */
    private static void known() {
        List<Arrival> arrivals = new ArrayList<>();
        IntStream.range(0, MEMBERS).forEach(i -> arrivals.add(Shop.consent("c" + i, "m" + i)));
        IntStream.range(0, COMMUNITIES).forEach(i -> arrivals.add(told("community.updated", "community/g" + i)));
        try (RedisHouse house = house()) {
            house.intake().accept(arrivals);
        }
        live(new DoomedHouse.Vendor(REDIS.url()), () -> lag() == 0);
        try (RedisHouse house = house()) {
            house.intake().accept(List.of(told("stock.expiring", "store/S1")));
        }
    }

    private static Arrival told(String type, String subject) {
        return Arrival.of(HouseEvent.of(Shop.CATALOGUE.require(type), type + " of " + subject)
                .about(Subject.parse(subject), Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static RedisHouse house() {
        return DoomedHouse.house(REDIS.url(), key(), FailPoint.NONE);
    }

    private static Path key() {
        return REDIS.directory().resolve("house.key");
    }

    /** Runs the house in this process until this is so. */
    private static void live(DoomedHouse.Vendor vendor, BooleanSupplier reached) {
        try (RedisHouse house = house();
                LiveHouse live = DoomedHouse.live(house, CalledHouse.EDITIONS, vendor, FailPoint.NONE)) {
            live.start();
            await(reached);
        }
    }

    private static void killAt(Place place) throws IOException, InterruptedException {
        Process process = Killing.java(CalledHouse.class, REDIS.url(), key(), List.of(place.name(), PASSES));
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.readLine()).as("what it says at %s", place).isEqualTo("HIT");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long lag() {
        try (RedisHouse house = house()) {
            return house.doctor().examine().lag();
        }
    }

    private static List<StepCount> steps() {
        try (RedisHouse house = house()) {
            return house.steps().of("shelf");
        }
    }

    private static long messages(String step, ToLongFunction<StepCount> of) {
        return steps().stream()
                .filter(count -> count.step().equals(step))
                .mapToLong(of)
                .sum();
    }

    /** How many decisions there are of each kind of subject and action. */
    private static Map<String, Integer> decisions() {
        Map<String, Integer> decisions = new TreeMap<>();
        try (RedisHouse house = house()) {
            for (int partition : ALL) {
                for (Told told : house.watch().decisions(partition, null, 1_000_000)) {
                    String kind = Subject.parse(told.subject()).kind().word();
                    String action = JSON.readTree(told.line()).path("action").asString();
                    decisions.merge(kind + " " + action, 1, Integer::sum);
                }
            }
        }
        return decisions;
    }
}
