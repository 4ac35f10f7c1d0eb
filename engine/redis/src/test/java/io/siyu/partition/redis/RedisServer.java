package io.siyu.partition.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** A real Redis for one test class, empty before each test. Register it as a static field. */
public final class RedisServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final int PATIENCE_MILLIS = 60_000;

    private Path directory;
    private EmbeddedRedis redis;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("siyu-redis");
        redis = EmbeddedRedis.start(directory, 0);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // why: emptying what a long test left can take a loaded machine longer than a client usually waits
        DefaultJedisClientConfig patient = DefaultJedisClientConfig.builder(url())
                .timeoutMillis(PATIENCE_MILLIS)
                .build();
        try (RedisClient client = RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url()))
                .clientConfig(patient)
                .build()) {
            client.flushAll();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        redis.close();
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
        return redis.url();
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

    /** Stops it as a power cut does, and starts it again on the same data and port. */
    public void cutPower() {
        int port = url().getPort();
        redis.kill();
        redis = EmbeddedRedis.start(directory, port);
    }

    /** Stops it; {@link #cutPower()} or the next class starts one again. */
    public void stop() {
        redis.close();
    }
}
