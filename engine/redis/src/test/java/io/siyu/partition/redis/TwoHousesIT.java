package io.siyu.partition.redis;

import static io.siyu.partition.redis.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.siyu.event.Subject;
import io.siyu.house.LiveHouse;
import io.siyu.partition.FailPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two processes on one Redis, of which one sleeps longer than its lease between claim and call. */
class TwoHousesIT {
    private static final Subject MEI = Subject.member("mei");

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private HttpServer receiver;
    private RedisHouse house;
    private Process sleeper;
    private BufferedReader said;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", call -> {
            received.merge(call.getRequestURI().getPath().substring(1), 1, Integer::sum);
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        receiver.start();
        house = DoomedHouse.house(REDIS.url(), key(), FailPoint.NONE);
        sleeper = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SleepyHouse.class.getName(),
                        REDIS.url().toString(),
                        key().toString(),
                        url().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        said = sleeper.inputReader();
    }

    @AfterEach
    void close() throws InterruptedException {
        sleeper.destroyForcibly().waitFor();
        house.close();
        receiver.stop(0);
    }

    private static Path key() {
        return REDIS.directory().resolve("house.key");
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort());
    }

    private void hears(String line) throws IOException {
        for (String next = said.readLine(); !line.equals(next); next = said.readLine()) {
            assertThat(next).as("still waiting for " + line).isNotNull();
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        String pid = Long.toString(sleeper.pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }

    private LiveHouse second() {
        return DoomedHouse.live(house, new SleepyHouse.Receiver(url()), FailPoint.NONE)
                .start();
    }

    private String status() {
        var told = house.watch().about(MEI, 1);
        return told.isEmpty()
                ? ""
                : house.watch()
                        .story(told.get(0).message())
                        .map(story -> story.status())
                        .orElse("");
    }

    private void fallsAsleepOverAMessage() throws IOException, InterruptedException {
        hears("OWNER");
        house.intake().accept(List.of(Shop.order("o1", "mei")));
        hears("CLAIMED");
        signal("STOP");
    }

    @Test
    void the_sleeper_that_wakes_releases_and_the_receiver_counts_one() throws IOException, InterruptedException {
        fallsAsleepOverAMessage();
        try (LiveHouse second = second()) {
            await(second::owner);
            await(() -> status().equals("unknown"));
            assertThat(received).isEmpty();

            signal("CONT");
            sleeper.outputWriter().append("go\n").flush();
            await(() -> status().equals("sent"));

            await(() -> second.ills().isEmpty());
            assertThat(received.values()).containsExactly(1);
        }
    }

    @Test
    void the_sleeper_that_is_killed_leaves_an_unknown_and_the_receiver_counts_at_most_one()
            throws IOException, InterruptedException {
        fallsAsleepOverAMessage();
        try (LiveHouse second = second()) {
            await(second::owner);
            sleeper.destroyForcibly().waitFor();
            await(() -> status().equals("unknown"));

            house.intake().accept(List.of(Shop.order("o2", "li")));
            await(() -> received.size() == 1);
            assertThat(received.values()).containsExactly(1);
            assertThat(status()).isEqualTo("unknown");
        }
    }

    @Test
    void a_node_stands_by_while_another_owns_the_house_and_takes_over_at_once_when_it_is_given_back()
            throws IOException, InterruptedException {
        hears("OWNER");
        sleeper.destroyForcibly().waitFor();
        RedisHouse other = DoomedHouse.house(REDIS.url(), key(), FailPoint.NONE);
        LiveHouse first = second();
        await(first::owner);
        try (LiveHouse standby = DoomedHouse.live(other, new SleepyHouse.Receiver(url()), FailPoint.NONE)
                .start()) {
            assertThat(standby.owner()).isFalse();
            assertThat(other.doctor().examine().role()).isEqualTo("standing by");
            other.intake().accept(List.of(Shop.order("o1", "mei")));
            await(() -> status().equals("sent"));

            first.close();
            await(standby::owner);
            house.intake().accept(List.of(Shop.order("o2", "mei")));
            await(() -> received.size() == 2);
            assertThat(received.values()).containsExactly(1, 1);
            assertThat(other.doctor().examine().role()).isEqualTo("owner");
        } finally {
            other.close();
        }
    }
}
