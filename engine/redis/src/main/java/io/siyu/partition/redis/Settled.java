package io.siyu.partition.redis;

import io.siyu.partition.StoreDownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** What is demanded of a Redis before a house lives in it, and what the first start settles for good. */
final class Settled {
    private static final String FORMAT = "1";

    private Settled() {}

    /** Checks the server and the partition count; all faults at once. */
    static void check(RedisClient redis, int partitions) {
        try {
            List<String> faults = new ArrayList<>();
            version(redis, faults);
            policy(redis, faults);
            partitions(redis, partitions, faults);
            if (!faults.isEmpty()) {
                throw new UnusableRedisException(String.join("\n", faults));
            }
        } catch (JedisException e) {
            throw new StoreDownException("Redis cannot be reached.\nMaybe SIYU_REDIS_URL is mistyped.", e);
        }
    }

    private static void version(RedisClient redis, List<String> faults) {
        Map<String, String> server = section(redis, "server");
        String version = server.getOrDefault("redis_version", "0");
        int major = Integer.parseInt(version.substring(0, Math.max(1, version.indexOf('.'))));
        // why: Valkey tells the Redis version it is compatible with here, and its own beside it.
        if (major < 7 || (major > 8 && !server.containsKey("valkey_version"))) {
            faults.add("Redis (" + version
                    + ") is not one of 7.0 to 8.\nMaybe leave SIYU_REDIS_URL empty: Siyu brings one.");
        }
    }

    private static void policy(RedisClient redis, List<String> faults) {
        String policy = section(redis, "memory").getOrDefault("maxmemory_policy", "");
        if (!policy.equals("noeviction")) {
            faults.add("Redis has maxmemory-policy (" + policy
                    + "): it would forget states when it is full.\nMaybe: CONFIG SET maxmemory-policy noeviction");
        }
    }

    private static void partitions(RedisClient redis, int partitions, List<String> faults) {
        redis.hsetnx(RedisKeys.SETTLED, "format", FORMAT);
        redis.hsetnx(RedisKeys.SETTLED, "partitions", Integer.toString(partitions));
        Map<String, String> settled = redis.hgetAll(RedisKeys.SETTLED);
        String had = settled.getOrDefault("partitions", "");
        if (!had.equals(Integer.toString(partitions))) {
            faults.add("This house has " + had + " partitions since its first start, not " + partitions
                    + ".\nMaybe set them back to " + had + ".");
        }
        if (!FORMAT.equals(settled.get("format"))) {
            faults.add("This house is kept in the format (" + settled.get("format") + "), Siyu knows " + FORMAT
                    + ".\nMaybe a newer Siyu wrote it.");
        }
    }

    /** The lines of one section of what Redis tells about itself. */
    static Map<String, String> section(RedisClient redis, String name) {
        return redis.info(name)
                .lines()
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1),
                        (first, second) -> first));
    }
}
