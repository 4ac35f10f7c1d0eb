package io.siyu.partition.redis;

import io.siyu.partition.StoreDownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** What is demanded of every Redis before a house lives in it, and what the first start settles for good. */
final class Settled {
    static final String FORMAT = "1";
    /** The format of a house that is being restored; no server knows it. */
    static final String RESTORING = "restoring";

    private Settled() {}

    /** Checks the server and the partition count; all faults at once. */
    static void check(RedisServers redis, int partitions) {
        try {
            List<String> faults = new ArrayList<>();
            redis.each(server -> section(server, "server")).forEach(server -> version(server, faults));
            redis.each(server -> section(server, "memory")).forEach(memory -> policy(memory, faults));
            partitions(redis.client(), partitions, faults);
            if (!faults.isEmpty()) {
                throw new UnusableRedisException(faults.stream().distinct().collect(Collectors.joining("\n")));
            }
        } catch (JedisException e) {
            throw new StoreDownException("Redis cannot be reached.\nMaybe SIYU_REDIS_URL is mistyped.", e);
        }
    }

    private static void version(Map<String, String> server, List<String> faults) {
        String version = server.getOrDefault("redis_version", "0");
        int major = Integer.parseInt(version.substring(0, Math.max(1, version.indexOf('.'))));
        // why: Valkey tells the Redis version it is compatible with here, and its own beside it.
        if (major < 7 || (major > 8 && !server.containsKey("valkey_version"))) {
            faults.add("Redis (" + version
                    + ") is not one of 7.0 to 8.\nMaybe leave SIYU_REDIS_URL empty: Siyu brings one.");
        }
    }

    private static void policy(Map<String, String> memory, List<String> faults) {
        String policy = memory.getOrDefault("maxmemory_policy", "");
        if (!policy.equals("noeviction")) {
            faults.add("Redis has maxmemory-policy (" + policy
                    + "): it would forget states when it is full.\nMaybe: CONFIG SET maxmemory-policy noeviction");
        }
    }

    private static void partitions(UnifiedJedis redis, int partitions, List<String> faults) {
        settle(redis, "format", FORMAT);
        if (RESTORING.equals(redis.hget(RedisKeys.SETTLED, "format"))) {
            faults.add(otherFormat(RESTORING));
            return;
        }
        settle(redis, "partitions", Integer.toString(partitions));
        Map<String, String> settled = redis.hgetAll(RedisKeys.SETTLED);
        String had = settled.getOrDefault("partitions", "");
        if (!had.equals(Integer.toString(partitions))) {
            faults.add("This house has " + had + " partitions since its first start, not " + partitions
                    + ".\nMaybe set them back to " + had + ".");
        }
        String format = settled.getOrDefault("format", "");
        if (!FORMAT.equals(format)) {
            faults.add(otherFormat(format));
        }
    }

    /** Why a house in this format cannot be used. */
    static String otherFormat(String format) {
        if (format.equals(RESTORING)) {
            return "This house was not restored to its end.\nMaybe the restore still runs; else empty Redis, database and"
                    + " home, and restore again.";
        }
        return "This house is kept in the format (" + format + "), Siyu knows " + FORMAT
                + ".\nMaybe a newer Siyu wrote it.";
    }

    // why: by a script that may, so that a house whose Redis is full can start and work off what it holds.
    private static void settle(UnifiedJedis redis, String what, String value) {
        String script = "#!lua flags=allow-oom\nreturn redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])";
        redis.eval(script, List.of(RedisKeys.SETTLED), List.of(what, value));
    }

    /** The lines of one section of what Redis tells about itself. */
    static Map<String, String> section(Jedis redis, String name) {
        return redis.info(name)
                .lines()
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1),
                        (first, second) -> first));
    }
}
