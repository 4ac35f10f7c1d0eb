package io.siyu.partition.redis;

import io.siyu.partition.StoreDownException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * A whole house as lines of JSON, one for each key or page of a large one: read from a Redis or a cluster nobody else
 * writes to, and put into one that is empty. The keys of personal data are lines of their own.
 */
public final class RedisCopy implements AutoCloseable {
    /** The format in which this Siyu keeps a house. */
    public static final String FORMAT = Settled.FORMAT;

    /** Kinds of keys that personal data lies in, and those that open it. */
    public static final Set<String> PERSONAL = Set.of("vault", "key");

    private static final String NAME = "siyu-copy";
    private static final int ASKED = 10;
    private static final Duration HOLD = Duration.ofMinutes(2);
    private static final ScanParams OURS = new ScanParams().match("siyu:*").count(500);

    private final RedisServers servers;
    private @Nullable Held held;

    /** What the first start settled for good. */
    public record House(int partitions, String format) {}

    /** What was copied: keys by their kind, such as {@code state}. */
    public record Counts(Map<String, Long> keys) {
        public Counts {
            keys = Map.copyOf(keys);
        }
    }

    /** How the partitions stood when the copy began, under a lease of our own. */
    private record Held(RedisStore store, RedisLease lease, Map<Integer, List<String>> marks) {}

    private RedisCopy(RedisServers servers) {
        this.servers = servers;
    }

    /** Connects to what {@link RedisHouse.Place} calls a URL. */
    public static RedisCopy of(URI url) {
        RedisCopy copy = new RedisCopy(RedisServers.at(url, NAME));
        copy.each(Jedis::ping);
        return copy;
    }

    /**
     * What is settled of the house that lives here.
     *
     * @throws UnusableRedisException when none does, or one that was not restored to its end
     */
    public House house() {
        Map<String, String> settled = asked(() -> servers.client().hgetAll(RedisKeys.SETTLED));
        String partitions = settled.get("partitions");
        if (partitions == null) {
            throw new UnusableRedisException(
                    "No house lives in this Redis.\nMaybe SIYU_REDIS_URL or the home directory names another.");
        }
        String format = settled.getOrDefault("format", "");
        if (!Settled.FORMAT.equals(format)) {
            throw new UnusableRedisException(Settled.otherFormat(format));
        }
        return new House(Integer.parseInt(partitions), format);
    }

    /** Takes the house as a server does, so that no other decides or sends meanwhile; one that runs is not disturbed. */
    public void hold() {
        refuseIfServed();
        House house = house();
        RedisStore store = new RedisStore(servers, house.partitions(), RedisTime.read(servers.client()));
        RedisLease lease = new RedisLease(store, HOLD);
        if (!lease.take()) {
            throw new UnusableRedisException(
                    "A Siyu owns this house.\nMaybe it runs, or was killed a moment ago; stop it, or wait some seconds.");
        }
        held = new Held(store, lease, marks(store));
    }

    /**
     * Keeps holding it; to be called more often than every two minutes.
     *
     * @throws UnusableRedisException when somebody has taken it
     */
    public void keepHold() {
        requireUndisturbed(requireHeld().lease().renew());
    }

    /** Refuses when a server is connected, whether it owns the house or stands by. */
    public void refuseIfServed() {
        if (each(RedisCopy::isServed).contains(true)) {
            throw new UnusableRedisException(
                    "A Siyu runs on this Redis.\nMaybe stop it first: a copy of a house that goes on would not fit together.");
        }
    }

    private static boolean isServed(Jedis server) {
        try {
            // why: a server that has just stopped is still listed until Redis has seen that it is gone.
            return IntStream.range(0, ASKED)
                    .allMatch(i -> server.clientList().contains(" name=" + RedisServers.NAME + " "));
        } catch (JedisDataException kept) {
            // why: a rented Redis often does not tell who is connected; the lease and the marks still do.
            return false;
        }
    }

    private static Map<Integer, List<String>> marks(RedisStore store) {
        List<Integer> all = IntStream.range(0, store.partitions()).boxed().toList();
        return store.ask(all, (pipeline, p) -> pipeline.hmget(RedisKeys.at(p), "tail", "position", "letter", "epoch"));
    }

    /**
     * Writes every key of the house that {@link #hold()} took.
     *
     * @param house where all keys but those go that open personal data
     * @param personal where the keys go that open personal data
     * @throws UnusableRedisException when somebody wrote to the house meanwhile
     */
    public Counts write(Writer house, Writer personal) {
        Held ours = requireHeld();
        KeyLines lines = new KeyLines(servers, house, personal);
        each(server -> eachKeys(server, keys -> {
            lines.write(keys);
            requireUndisturbed(ours.lease().renew());
            return true;
        }));
        requireUndisturbed(marks(ours.store()).equals(ours.marks()));
        return new Counts(lines.counts());
    }

    /** Goes through the house's keys on a server that is not a copy of another, as long as it shall go on. */
    private static boolean eachKeys(Jedis server, Predicate<List<byte[]>> goesOn) {
        if ("slave".equals(Settled.section(server, "replication").get("role"))) {
            return true;
        }
        byte[] cursor = ScanParams.SCAN_POINTER_START_BINARY;
        while (true) {
            ScanResult<byte[]> scanned = server.scan(cursor, OURS);
            if (!scanned.getResult().isEmpty() && !goesOn.test(scanned.getResult())) {
                return false;
            }
            if (scanned.isCompleteIteration()) {
                return true;
            }
            cursor = scanned.getCursorAsBytes();
        }
    }

    private Held requireHeld() {
        if (held == null) {
            throw new IllegalStateException("The house is not held.\nMaybe call hold() first.");
        }
        return held;
    }

    private static void requireUndisturbed(boolean undisturbed) {
        if (!undisturbed) {
            throw new UnusableRedisException(
                    "Somebody wrote to the house while it was copied; the copy is of no use.\nMaybe a server was started"
                            + " meanwhile; stop it and copy again.");
        }
    }

    /**
     * Refuses a Redis in which a house lives or lived.
     *
     * @throws UnusableRedisException when it holds any key of a house
     */
    public void requireEmpty() {
        if (each(server -> eachKeys(server, found -> false)).contains(false)) {
            throw new UnusableRedisException(
                    "This Redis holds a house.\nMaybe name an empty one: a restore replaces nothing.");
        }
    }

    /** From now on no server starts here until {@link #settle} says that everything is back. */
    public void begin() {
        asked(() -> servers.client().hset(RedisKeys.SETTLED, "format", Settled.RESTORING));
    }

    /**
     * Puts lines back, in their order.
     *
     * @param personal whether personal data comes back too
     */
    public Counts read(BufferedReader lines, boolean personal) {
        KeyReturns returns = new KeyReturns(servers, personal ? Set.of() : PERSONAL);
        return asked(() -> {
            lines.lines().forEach(returns::add);
            returns.flush();
            return new Counts(returns.counts());
        });
    }

    /** Everything is back: a server may start. */
    public void settle(House house) {
        asked(() -> servers.client()
                .hset(
                        RedisKeys.SETTLED,
                        Map.of("format", house.format(), "partitions", Integer.toString(house.partitions()))));
    }

    /** Whether this key opens what these lines hold, as far as the first tells. */
    public static boolean areOpenedBy(HouseKey key, BufferedReader personal) throws IOException {
        String line = personal.readLine();
        try {
            return line == null || KeyReturns.opened(key, line);
        } catch (IllegalStateException another) {
            return false;
        }
    }

    private <T> List<T> each(Function<Jedis, T> question) {
        return asked(() -> servers.each(question));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (JedisException e) {
            throw down(e);
        }
    }

    private static StoreDownException down(JedisException e) {
        return new StoreDownException("Redis did not answer as it should: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        if (held != null) {
            try {
                held.lease().giveBack();
            } catch (StoreDownException down) {
                // why: what cannot be given back runs out by itself.
                held = null;
            }
        }
        servers.close();
    }
}
