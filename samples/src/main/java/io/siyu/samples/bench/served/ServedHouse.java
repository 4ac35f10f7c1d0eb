package io.siyu.samples.bench.served;

import io.siyu.event.Catalogue;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.Playbook;
import io.siyu.report.Backlog;
import io.siyu.samples.bench.frame.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as {@code ./siyu serve} starts it, in a process and a home of its own, with a Redis of its own. */
public final class ServedHouse implements AutoCloseable {
    private static final int PARTITIONS = 64;
    private static final long LOOK_MILLIS = 100;
    private static final long PATIENCE_SECONDS = 30;

    private final Process server;
    private final Path home;
    private final String address;
    private final String token;
    private final RedisHouse seen;

    private ServedHouse(Process server, Path home, Catalogue catalogue) throws IOException {
        this.server = server;
        this.home = home;
        // why: what the server says after its notice goes to the same pipe and is too little to fill it.
        List<String> notice = notice(server.inputReader(StandardCharsets.UTF_8));
        this.address = told(notice, "Siyu is at ");
        this.token = told(notice, "API token, shown this once: ");
        this.seen = open(redis(home), catalogue, home);
    }

    private static List<String> notice(BufferedReader lines) throws IOException {
        List<String> notice = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            notice.add(line);
            if (line.startsWith("API token")) {
                break;
            }
        }
        return notice;
    }

    private static String told(List<String> notice, String beginning) {
        return notice.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The server did not start:\n" + String.join("\n", notice) + "\nMaybe it is not built."));
    }

    /**
     * Starts it.
     *
     * @param launcher the {@code siyu} script, which knows the flags a server runs with
     * @param home an empty directory
     */
    public static ServedHouse start(Path launcher, Path home, Playbook playbook, Catalogue catalogue) {
        try {
            Path written = home.resolve("playbook");
            write(playbook, written);
            ProcessBuilder builder = new ProcessBuilder(
                    launcher.toAbsolutePath().toString(),
                    "serve",
                    "--port=0",
                    "--home=" + home,
                    "--playbook=" + written);
            builder.environment().put("SIYU_BUILD", "no");
            return new ServedHouse(builder.redirectErrorStream(true).start(), home, catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Playbook playbook, Path directory) throws IOException {
        for (String path : playbook.paths()) {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, playbook.file(path).orElseThrow());
        }
    }

    /** Where the Redis of a server with this home listens. */
    public static URI redis(Path home) {
        try {
            return EmbeddedRedis.told(home.resolve("redis")).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A house that owns nothing and only looks. */
    static RedisHouse open(URI url, Catalogue catalogue, Path home) {
        HouseKey key = HouseKey.in(home.resolve("house.key"));
        return new RedisHouse(new RedisHouse.Place(url, PARTITIONS, () -> catalogue, key, Clock.systemUTC()));
    }

    static int partitions() {
        return PARTITIONS;
    }

    /** Where it takes events. */
    public URI events() {
        return URI.create(address + "/api/events");
    }

    /** What programs show. */
    public String token() {
        return token;
    }

    /** The process of the server; its Redis is a child of it. */
    public long pid() {
        return server.pid();
    }

    /** CPU nanoseconds of the server so far, without its Redis. */
    public long serverCpu() {
        return Processes.cpuOf(server.pid());
    }

    /** CPU nanoseconds of the server's Redis so far. */
    public long redisCpu() {
        return server.descendants()
                .mapToLong(child -> Processes.cpuOf(child.pid()))
                .sum();
    }

    /** Bytes the server and its Redis hold resident now. */
    public long resident() {
        return server.descendants()
                        .mapToLong(child -> Processes.residentOf(child.pid()))
                        .sum()
                + Processes.residentOf(server.pid());
    }

    /** Waits until everything is decided and nothing is left to be sent. */
    public void awaitDrained() {
        while (waits(seen.surveyor().survey())) {
            pause();
        }
    }

    private static boolean waits(Backlog backlog) {
        return backlog.claimed() > 0
                || backlog.letters() > 0
                || backlog.lags().stream().anyMatch(lag -> lag.entries() > 0)
                || backlog.lanes().values().stream().anyMatch(queue -> queue.messages() > 0);
    }

    private void pause() {
        try {
            if (server.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(
                        "The server has stopped in the middle of a run.\nMaybe look in " + home);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        seen.close();
        List<ProcessHandle> children = server.descendants().toList();
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
                children.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
