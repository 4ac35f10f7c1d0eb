package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.report.Surveyor;
import io.siyu.report.Watch;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import tools.jackson.databind.JsonNode;

/** More than a house can take: it says when to come again, stays in its bounds, and loses nothing it accepted. */
class BackPressureIT {
    private static final int CLIENTS = 32;
    private static final int BATCHES = 3;
    private static final int BATCH = 200;
    private static final int EVENTS = CLIENTS * BATCHES * BATCH;
    private static final int LAG = 300;
    private static final long HEAP = 600L << 20;
    private static final int CONNECTIONS = 64 + 4;

    @TempDir
    private Path folder;

    private EmbeddedRedis redis;
    private LiveServer server;

    @BeforeEach
    void open_shop() {
        redis = EmbeddedRedis.start(folder.resolve("redis"), 0);
        server = LiveServer.start(
                folder.resolve("home"),
                Map.of(
                        "siyu.redis.url",
                        redis.url().toString(),
                        "siyu.engine.partitions",
                        "4",
                        "siyu.engine.lag",
                        Integer.toString(LAG)));
        server.publish(LivePlaybook.shop());
        LiveServer.await("the shop is open", () -> lag() == 0);
    }

    @AfterEach
    void close() {
        server.close();
        redis.close();
    }

    private long lag() {
        return server.part(Surveyor.class).survey().lags().stream()
                .mapToLong(partition -> partition.entries())
                .sum();
    }

    private String info(String section) {
        try (Jedis jedis = new Jedis(redis.url())) {
            return jedis.info(section);
        }
    }

    @Test
    void a_flood_is_told_to_come_again_and_every_event_is_decided_once() {
        AtomicInteger turnedAway = new AtomicInteger();
        Set<String> faults = ConcurrentHashMap.newKeySet();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<CompletableFuture<Void>> flood = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            flood.add(CompletableFuture.runAsync(() -> pour(number, turnedAway, faults), clients));
        }
        LiveServer.await("the house says it is too much", () -> turnedAway.get() > 0);
        assertThat(connections()).isLessThanOrEqualTo(CONNECTIONS);
        flood.forEach(CompletableFuture::join);
        clients.shutdown();

        assertThat(faults).isEmpty();
        LiveServer.await(
                "all decided and sent",
                () -> server.part(Watch.class).counts().events() == EVENTS && waiting() == 0,
                () -> server.part(Watch.class).counts());
        assertThat(server.part(Watch.class).counts().dead()).isZero();
        assertThat(heap()).isLessThan(HEAP);
        assertThat(server.post(LivePlaybook.order("ann", "after", 20)).statusCode())
                .isEqualTo(202);
        assertThat(server.health().statusCode()).as(server.health().body()).isEqualTo(200);
    }

    /** Sends batches until each is in; a batch that is turned away, whole or in part, is sent again at once, tenfold haste. */
    private void pour(int client, AtomicInteger turnedAway, Set<String> faults) {
        for (int batch = 0; batch < BATCHES; batch++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < BATCH; i++) {
                String id = client + "-" + batch + "-" + i;
                lines.append(LivePlaybook.order("m" + id, id, 200)).append('\n');
            }
            while (!isIn(server.post(HttpHouse.LINES, lines.toString()), faults)) {
                turnedAway.incrementAndGet();
            }
        }
    }

    private static boolean isIn(HttpResponse<String> answer, Set<String> faults) {
        JsonNode told = LiveServer.json(answer);
        if (answer.statusCode() == 202) {
            if (told.get("accepted").asInt() + told.get("duplicates").asInt() != BATCH) {
                faults.add(answer.body());
            }
            return true;
        }
        if (answer.statusCode() != 429
                || answer.headers().firstValue("Retry-After").isEmpty()) {
            faults.add(answer.statusCode() + " " + answer.body());
        }
        return false;
    }

    private long waiting() {
        return server.part(Surveyor.class).survey().lanes().values().stream()
                .mapToLong(lane -> lane.messages())
                .sum();
    }

    private long connections() {
        return info("clients")
                .lines()
                .filter(line -> line.startsWith("connected_clients:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                .sum();
    }

    private static long heap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void a_redis_that_is_nearly_full_refuses_events_and_drains_what_it_holds() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < LAG; i++) {
            lines.append(LivePlaybook.order("m" + i, "o" + i, 200)).append('\n');
        }
        assertThat(server.post(HttpHouse.LINES, lines.toString()).statusCode()).isEqualTo(202);
        limit(Long.toString(used() * 100 / 90));
        Set<Integer> answers = new HashSet<>(); // why: how full the store is, is asked on a beat: one may still come in
        LiveServer.await("refused", () -> {
            answers.add(server.post(LivePlaybook.order("ann", "late", 20)).statusCode());
            return answers.contains(429);
        });
        HttpResponse<String> refused = server.post(LivePlaybook.order("ann", "late", 20));
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(refused.body()).contains("The store is nearly full");
        LiveServer.await("drained", () -> lag() == 0 && waiting() == 0);
        assertThat(server.part(Watch.class).counts().events()).isEqualTo(answers.contains(202) ? LAG + 1 : LAG);
        assertThat(server.phone("m" + (LAG - 1))).hasSize(1);
        assertThat(server.health().body()).contains("85 % full");
        limit("0");
        LiveServer.await(
                "open again",
                () -> server.post(LivePlaybook.order("ann", "late", 20)).statusCode() == 202);
    }

    private long used() {
        return info("memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                .sum();
    }

    private void limit(String maxmemory) {
        try (Jedis jedis = new Jedis(redis.url())) {
            jedis.configSet("maxmemory", maxmemory);
        }
    }
}
