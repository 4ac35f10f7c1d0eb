package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Queue;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Worker;
import io.siyu.report.Backlog.Lag;
import io.siyu.report.Health.Ill;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

/** A Redis without room takes no events, and everything the house makes of those it has. */
class FullRedisIT {
    private static final int PARTITIONS = 4;
    private static final List<Integer> ALL = List.of(0, 1, 2, 3);
    private static final int ORDERS = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private RedisHouse house;

    @BeforeEach
    void open() {
        house = REDIS.house(PARTITIONS);
        house.take();
        List<Arrival> orders = IntStream.range(0, ORDERS)
                .mapToObj(i -> Shop.order("o" + i, "m" + i))
                .toList();
        assertThat(house.intake().accept(orders)).hasOnlyElementsOfType(Admission.Accepted.class);
    }

    @AfterEach
    void close() {
        REDIS.each(server -> server.configSet("maxmemory", "0"));
        house.close();
    }

    /** Gives every server so many percent of what it uses. */
    private static void limit(int percent) {
        REDIS.each(server -> server.configSet("maxmemory", Long.toString(used(server) * percent / 100)));
    }

    private static long used(Jedis server) {
        return Long.parseLong(Settled.section(server, "memory").get("used_memory"));
    }

    private Admission ask() {
        return house.intake().accept(List.of(Shop.order("late", "ann"))).get(0);
    }

    private void awaitRefusal() {
        Awaitility.await().atMost(PATIENCE).until(() -> ask() instanceof Admission.Refused);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.cause()).isEqualTo(Admission.Cause.FULL));
    }

    private void decideAll() {
        Worker.House parts = new Worker.House(house.log(), house.states(), flush -> {}, FailPoint.NONE, PARTITIONS);
        try (Worker worker = new Worker(parts, Shop.advance(PARTITIONS), ALL, 1_000)) {
            while (worker.round() > 0) {
                house.log().forward(ALL);
            }
        }
    }

    private static Event paused(String id) {
        return HouseEvent.of(Shop.CATALOGUE.require("campaign.paused"), id)
                .with("campaign", "club")
                .about(Subject.partition(0), java.time.Instant.now());
    }

    private void assertDrained() {
        assertThat(house.surveyor().survey().lags()).extracting(Lag::entries).containsOnly(0L);
    }

    @Test
    void at_85_percent_it_refuses_events_without_any_loop_of_the_house_and_takes_them_when_there_is_room() {
        limit(112);
        awaitRefusal();
        assertThat(house.doctor().examine().ills())
                .extracting(Ill::what)
                .anySatisfy(what -> assertThat(what).contains("85 %").contains("Maybe raise maxmemory"));
        decideAll();
        assertDrained();
        REDIS.each(server -> server.configSet("maxmemory", "0"));
        Awaitility.await().atMost(PATIENCE).until(() -> ask() instanceof Admission.Accepted);
    }

    @Test
    void beyond_its_limit_it_still_takes_what_the_house_decides_and_sends() {
        limit(50);
        awaitRefusal();
        house.log().append(EntryKind.CONTROL, paused("c1"), null);
        house.log().appendAll(EntryKind.CONTROL, List.of(paused("c2")));
        decideAll();
        assertDrained();
        assertThat(house.outbox()
                        .claim(
                                new Queue(Lane.SERVICE, "phone"),
                                "slot",
                                Map.of(0, ORDERS, 1, ORDERS, 2, ORDERS, 3, ORDERS)))
                .hasSize(ORDERS);
        while (house.project()) {
            assertThat(ask()).isInstanceOf(Admission.Refused.class);
        }
        assertThat(house.watch().counts().events()).isEqualTo(ORDERS);
    }

    @Test
    void beyond_its_limit_a_house_can_start_and_work_off_what_it_holds() {
        house.close();
        limit(50);
        house = REDIS.house(PARTITIONS);
        house.take();
        decideAll();
        assertDrained();
        assertThat(house.watch().counts().events()).isEqualTo(ORDERS);
    }
}
