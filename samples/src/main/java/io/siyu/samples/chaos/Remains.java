package io.siyu.samples.chaos;

import io.siyu.event.Subject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redis.clients.jedis.Jedis;

/** What lies in Redis when all is done, looked at past the house. */
final class Remains {
    private static final List<String> LISTS = List.of("claims", "tries");
    private static final List<String> SORTED = List.of("deferred", "timers");

    private Remains() {}

    /** The last status of every message. */
    static Map<String, String> statuses(URI redis) {
        Map<String, String> statuses = new TreeMap<>();
        try (Jedis jedis = new Jedis(redis)) {
            for (int partition : Node.ALL) {
                for (String week : new TreeSet<>(jedis.keys(prefix(partition) + "seen:*"))) {
                    jedis.hgetAll(week).forEach((key, told) -> {
                        if (key.startsWith("m:")) {
                            statuses.put(key.substring(2), told.split(" ", -1)[1]);
                        }
                    });
                }
            }
        }
        return statuses;
    }

    /** What waits that nothing will come for any more. */
    static List<String> leftovers(URI redis) {
        List<String> left = new ArrayList<>();
        try (Jedis jedis = new Jedis(redis)) {
            for (int partition : Node.ALL) {
                String prefix = prefix(partition);
                LISTS.forEach(key -> tell(left, prefix + key, jedis.hkeys(prefix + key)));
                SORTED.forEach(key -> tell(left, prefix + key, Set.copyOf(jedis.zrange(prefix + key, 0, -1))));
                for (String queue : new TreeSet<>(jedis.keys(prefix + "outbox:*"))) {
                    tell(left, queue, Set.copyOf(jedis.zrange(queue, 0, -1)));
                }
                tell(left, prefix + "parked", jedis.keys(prefix + "parked:*"));
                Set<String> kept = new TreeSet<>(jedis.hkeys(prefix + "messages"));
                Set<String> addressed = new TreeSet<>();
                jedis.zrange(prefix + "addressed", 0, -1)
                        .forEach(place -> addressed.add(place.substring(place.indexOf(' ') + 1)));
                tell(left, prefix + "addressed other than messages", differing(addressed, kept));
                kept.removeAll(jedis.hkeys(prefix + "deaths"));
                tell(left, prefix + "messages", kept);
                tell(left, prefix + "letters", jedis.xlen(prefix + "letters") > 0 ? Set.of("some") : Set.of());
                tell(left, prefix + "poison", jedis.xlen(prefix + "poison") > 0 ? Set.of("some") : Set.of());
            }
        }
        return left;
    }

    private static Set<String> differing(Set<String> some, Set<String> others) {
        Set<String> both = new TreeSet<>(some);
        both.retainAll(others);
        Set<String> differing = new TreeSet<>(some);
        differing.addAll(others);
        differing.removeAll(both);
        return differing;
    }

    /** Where a subject's partition keeps how far it is. */
    static String at(Subject subject) {
        return prefix(subject.partitionOf(Node.PARTITIONS)) + "at";
    }

    private static void tell(List<String> left, String key, Set<String> what) {
        if (!what.isEmpty()) {
            left.add(key + " " + new TreeSet<>(what));
        }
    }

    private static String prefix(int partition) {
        return "siyu:{p0" + partition + "}:";
    }
}
