package io.siyu.samples.bench.scale;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;

/** What a Redis says of itself and of what it used. */
public record RedisUse(Map<String, String> fields) {
    private static final int TOP = 6;

    /** Asks it now for all it tells. */
    static RedisUse of(URI redis) {
        return of(redis, "everything");
    }

    /** Asks it now for a section. */
    static RedisUse of(URI redis, String section) {
        try (Jedis server = new Jedis(redis)) {
            Map<String, String> fields = new LinkedHashMap<>();
            server.info(section).lines().filter(line -> line.indexOf(':') > 0).forEach(line -> {
                int colon = line.indexOf(':');
                fields.put(line.substring(0, colon), line.substring(colon + 1));
            });
            return new RedisUse(fields);
        }
    }

    private long number(String field) {
        return Long.parseLong(fields.getOrDefault(field, "0"));
    }

    /** The process, for its CPU time. */
    public long pid() {
        return number("process_id");
    }

    /** Bytes it holds. */
    public long memory() {
        return number("used_memory");
    }

    /** Bytes of its append-only file; a rewrite makes it shorter. */
    public long file() {
        return number("aof_current_size");
    }

    /** Seconds of CPU it used so far. */
    public double cpu() {
        return seconds("user") + seconds("sys");
    }

    private double seconds(String of) {
        return Double.parseDouble(fields.getOrDefault("used_cpu_" + of, "0"));
    }

    /** What it used since an earlier look, and the commands that took the most of it. */
    public String since(RedisUse earlier) {
        return String.format(
                Locale.ROOT,
                "Redis holds %,d MB, used %.1f s CPU of its own and %.1f s of the system: %s",
                memory() >> 20,
                seconds("user") - earlier.seconds("user"),
                seconds("sys") - earlier.seconds("sys"),
                costs(earlier));
    }

    private String costs(RedisUse earlier) {
        return fields.keySet().stream()
                .filter(field -> field.startsWith("cmdstat_"))
                .map(field -> Map.entry(field.substring(8), micros(field) - earlier.micros(field)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(TOP)
                .map(cost -> String.format(Locale.ROOT, "%s %.1f s", cost.getKey(), cost.getValue() / 1e6))
                .collect(Collectors.joining(", "));
    }

    private long micros(String command) {
        String told = fields.getOrDefault(command, "usec=0,");
        int from = told.indexOf("usec=") + 5;
        return Long.parseLong(told.substring(from, told.indexOf(',', from)));
    }
}
