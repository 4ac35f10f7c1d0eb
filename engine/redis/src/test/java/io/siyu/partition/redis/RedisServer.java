package io.siyu.partition.redis;

import io.siyu.archive.Archivist;
import io.siyu.archive.file.FileArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.Jedis;

/**
 * A real Redis for one test class, empty before each test: one server, or with {@code -Dsiyu.redis=cluster} a cluster of
 * three, so that every contract is one of a cluster too. Register it as a static field.
 */
public final class RedisServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final boolean CLUSTER = "cluster".equals(System.getProperty("siyu.redis"));
    private static final int PATIENCE_MILLIS = 60_000;

    private Path directory;
    private @Nullable EmbeddedRedis redis;
    private @Nullable RedisCluster cluster;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("siyu-redis");
        if (CLUSTER) {
            cluster = RedisCluster.start(directory);
        } else {
            redis = EmbeddedRedis.start(directory, 0);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        each(Jedis::flushAll);
    }

    /** Does the same with every server. */
    public void each(Consumer<Jedis> what) {
        List<URI> servers = cluster == null ? List.of(redis.url()) : cluster.servers();
        for (URI server : servers) {
            // why: emptying what a long test left can take a loaded machine longer than a client usually waits
            try (Jedis one = new Jedis(server, PATIENCE_MILLIS)) {
                what.accept(one);
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        stop();
        delete(directory);
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(RedisServer::remove);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return cluster == null ? redis.url() : cluster.url();
    }

    /** Where a test keeps what belongs beside the server. */
    public Path directory() {
        return directory;
    }

    /** A house of few partitions in this Redis. */
    public RedisHouse house(int partitions) {
        HouseKey key = HouseKey.in(directory.resolve("house.key"));
        return new RedisHouse(new RedisHouse.Place(url(), partitions, () -> Shop.CATALOGUE, key, Clock.systemUTC()));
    }

    /** The same house by a node that archives at once what is decided. */
    public RedisHouse archiving(int partitions, Path archive) {
        HouseKey key = HouseKey.in(directory.resolve("house.key"));
        return new RedisHouse(new RedisHouse.Place(url(), partitions, () -> Shop.CATALOGUE, key, Clock.systemUTC())
                .with(new FileArchive(archive), new Archivist.Pace(1_000, 1_000_000, Duration.ZERO)));
    }

    /** Stops it as a power cut does, and starts it again on the same data and port. */
    public void cutPower() {
        if (cluster == null) {
            int port = url().getPort();
            redis.kill();
            redis = EmbeddedRedis.start(directory, port);
        } else {
            cluster.cutPower();
        }
    }

    /** Stops it; {@link #cutPower()} or the next class starts one again. */
    public void stop() {
        if (cluster == null) {
            redis.close();
        } else {
            cluster.close();
        }
    }
}
