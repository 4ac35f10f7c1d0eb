package io.siyu.partition.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisExecProvider;

/**
 * A real {@code redis-server} of our own, the 7.0 that is shipped or the one {@code SIYU_REDIS_SERVER} names, with its
 * data in one directory: every write is on disk before it is answered, and it listens on 127.0.0.1 only. Runs from {@link #start} to {@link #close()}.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String URL = "redis.url";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 20;
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    /** The environment variable that names a {@code redis-server} to run instead of the one that is shipped. */
    private static final String SERVER = "SIYU_REDIS_SERVER";

    private final Process process;
    private final int port;

    private EmbeddedRedis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server on this directory.
     *
     * @param port 0 takes a free one
     * @throws UnusableRedisException when it does not come up; the message shows its last words
     */
    public static EmbeddedRedis start(Path directory, int port) {
        return start(directory, port, List.of());
    }

    /** Starts a server as {@link #start(Path, int)} does, with more settings. */
    static EmbeddedRedis start(Path directory, int port, List<String> settings) {
        try {
            Files.createDirectories(directory);
            stopForgotten(directory);
            Path server = server(System.getenv(SERVER), directory);
            int chosen = port == 0 ? freePort() : port;
            List<String> command = command(server, chosen);
            command.addAll(settings);
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis-server.out").toFile())
                    .start();
            EmbeddedRedis redis = new EmbeddedRedis(process, chosen);
            redis.awaitReady(directory);
            Files.writeString(directory.resolve(URL), redis.url().toString());
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path server, int port) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // why: Ctrl-C reaches the whole terminal group, but the server must outlive what writes to it.
            command.add(SETSID.toString());
        }
        command.addAll(List.of(
                server.toString(),
                "--port " + port,
                "--bind " + HOST,
                "--appendonly yes",
                "--appendfsync always",
                "--save ''",
                // why: each rewrite copies all there is; a smaller file is not worth it until there is much to drop.
                "--auto-aof-rewrite-min-size 256mb",
                "--rdbcompression no",
                "--maxmemory-policy noeviction",
                "--dir .",
                "--daemonize no",
                "--loglevel notice"));
        return command;
    }

    /** The program to run: the one named, or else the one shipped, unpacked into the directory. */
    static Path server(@Nullable String named, Path directory) throws IOException {
        if (named == null || named.isBlank()) {
            return unpack(directory);
        }
        Path server = Path.of(named).toAbsolutePath();
        if (!Files.isRegularFile(server) || !Files.isExecutable(server)) {
            throw new UnusableRedisException("There is no program (" + named + ") to run as Redis.\nMaybe " + SERVER
                    + " should name another file, such as /usr/bin/redis-server; without it Siyu runs its own.");
        }
        return server;
    }

    private static Path unpack(Path directory) throws IOException {
        Path server = directory.resolve("redis-server-" + RedisExecProvider.redisVersion);
        if (!Files.isExecutable(server)) {
            Path unpacked = RedisExecProvider.defaultProvider().get().toPath();
            Files.copy(unpacked, server, StandardCopyOption.REPLACE_EXISTING);
            if (!server.toFile().setExecutable(true)) {
                throw new IOException("The file (" + server + ") cannot be made executable.");
            }
            Files.delete(unpacked);
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Where the server of this directory listens, or did if it was killed; empty when it was stopped or never started. */
    public static Optional<URI> told(Path directory) throws IOException {
        Path url = directory.resolve(URL);
        return Files.exists(url) ? Optional.of(URI.create(Files.readString(url).strip())) : Optional.empty();
    }

    /** A server left running by a start that was killed still holds the directory; it is asked to stop. */
    private static void stopForgotten(Path directory) throws IOException {
        Path url = directory.resolve(URL);
        Optional<URI> told = told(directory);
        if (told.isEmpty()) {
            return;
        }
        try (Jedis redis = new Jedis(new HostAndPort(HOST, told.get().getPort()), config())) {
            List<String> dir = List.copyOf(redis.configGet("dir").values());
            if (dir.contains(directory.toRealPath().toString())) {
                redis.shutdown();
            }
        } catch (JedisException gone) {
            // why: nobody listens there any more, which is what we want.
            Files.deleteIfExists(url);
        }
        Files.deleteIfExists(url);
    }

    private static DefaultJedisClientConfig config() {
        return DefaultJedisClientConfig.builder().timeoutMillis(2_000).build();
    }

    private void awaitReady(Path directory) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new UnusableRedisException("redis-server did not start on port (" + port + "):\n"
                        + lastWords(directory) + "\nMaybe the port is taken, or its directory cannot be written.");
            }
        }
    }

    private boolean answers() {
        try (Jedis redis = new Jedis(new HostAndPort(HOST, port), config())) {
            return "PONG".equals(redis.ping());
        } catch (JedisException notYet) {
            pause();
            return false;
        }
    }

    private void pause() {
        try {
            process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String lastWords(Path directory) throws IOException {
        List<String> said = Files.readAllLines(directory.resolve("redis-server.out"));
        return String.join("\n", said.subList(Math.max(0, said.size() - 5), said.size()));
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("redis://" + HOST + ":" + port);
    }

    /** Whether its process lives. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Stops the server as a machine does that loses its power. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
