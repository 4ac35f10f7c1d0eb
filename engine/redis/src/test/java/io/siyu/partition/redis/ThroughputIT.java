package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.house.LiveHouse;
import io.siyu.message.Message;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

/** How many events go the whole way in a second: accepted, decided, sent, receipt decided; every write on disk. */
@Tag("full")
class ThroughputIT {
    private static final int EVENTS = 60_000;
    private static final int MEMBERS = 20_000;
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private record Sandbox(CountDownLatch left) implements Channel {
        @Override
        public String name() {
            return "phone";
        }

        @Override
        public int batch() {
            return 1_000;
        }

        @Override
        public Delivery deliver(Message message) {
            left.countDown();
            return new Delivery.Accepted("");
        }

        @Override
        public Standing standing(Message message) {
            return Standing.CANNOT_TELL;
        }
    }

    @Test
    void sixty_thousand_events_go_the_whole_way(TestReporter reporter) throws InterruptedException {
        List<List<Arrival>> batches = batches();
        Sandbox sandbox = new Sandbox(new CountDownLatch(EVENTS));
        try (RedisHouse house = REDIS.house(64);
                LiveHouse live = new LiveHouse(plan(house, sandbox))) {
            live.start();
            long start = System.nanoTime();
            long cpu = cpuMillis();
            for (List<Arrival> batch : batches) {
                assertThat(house.intake().accept(batch)).allMatch(a -> a instanceof Admission.Accepted);
            }
            long accepted = System.nanoTime();
            assertThat(sandbox.left().await(PATIENCE.toMinutes(), TimeUnit.MINUTES))
                    .isTrue();
            while (house.watch().counts().entries() < 2 * EVENTS) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            }
            long rate = EVENTS
                    * 1_000L
                    / Duration.ofNanos(System.nanoTime() - start).toMillis();
            reporter.publishEntry("events per second, accepted", perSecond(accepted - start));
            reporter.publishEntry("events per second, whole way", Long.toString(rate));
            long byCpu = 2_000L * EVENTS / (cpuMillis() - cpu);
            reporter.publishEntry("events per second of two CPUs", Long.toString(byCpu));
            reporter.publishEntry("CPU milliseconds of Redis", Long.toString(redisMillis()));
        }
    }

    private static LiveHouse.Plan plan(RedisHouse house, Sandbox sandbox) {
        return new LiveHouse.Plan(
                house, Shop.EDITIONS, Shop.COMPOSE, List.of(sandbox), 2, 50_000, FailPoint.NONE, Clock.systemUTC());
    }

    /** CPU time of this JVM and of Redis so far; says what the machine could do when others use it too. */
    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() + redisMillis();
    }

    private static long redisMillis() {
        try (Jedis redis = new Jedis(REDIS.url())) {
            var cpu = Settled.section(redis, "cpu");
            return new BigDecimal(cpu.get("used_cpu_user"))
                    .add(new BigDecimal(cpu.get("used_cpu_sys")))
                    .movePointRight(3)
                    .longValue();
        }
    }

    private static String perSecond(long nanos) {
        return Long.toString(EVENTS * 1_000L / Duration.ofNanos(nanos).toMillis());
    }

    private static List<List<Arrival>> batches() {
        Random random = new Random(11);
        List<List<Arrival>> batches = new ArrayList<>();
        for (int from = 0; from < EVENTS; from += BATCH) {
            List<Arrival> batch = new ArrayList<>(BATCH);
            for (int n = from; n < from + BATCH; n++) {
                batch.add(Shop.order("o" + n, "m" + random.nextInt(MEMBERS)));
            }
            batches.add(batch);
        }
        return batches;
    }
}
