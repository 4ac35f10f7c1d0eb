package io.siyu.partition.redis;

import io.siyu.report.StepCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts anew, from decision lines and from where each message lies, what became of a campaign's proposals. */
final class StepRecount {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UnifiedJedis redis;
    private final Map<String, Long> counts = new TreeMap<>();

    private StepRecount(UnifiedJedis redis) {
        this.redis = redis;
    }

    static List<StepCount> of(String campaign, UnifiedJedis redis, Collection<Integer> partitions) {
        StepRecount recount = new StepRecount(redis);
        partitions.forEach(partition -> recount.partition(campaign, partition));
        return StepCount.of(campaign, recount.counts);
    }

    private void partition(String campaign, int partition) {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        String decisions = RedisKeys.prefix(partition) + "decisions";
        for (StreamEntry entry : redis.xrange(decisions, (StreamEntryID) null, null)) {
            JsonNode line = JSON.readTree(entry.getFields().get("d"));
            if (line.path("campaign").asString("").equals(campaign)) {
                last.put(line.path("proposal").asString(), line);
            }
        }
        last.values().forEach(line -> count(line, partition));
    }

    private void count(JsonNode line, int partition) {
        String message = line.path("message").asString("");
        boolean sends = List.of("send", "push").contains(line.path("action").asString());
        String act = sends ? "message" : line.path("action").asString();
        String row = line.path("campaign").asString() + "/" + line.path("step").asString("") + "/" + act + "/";
        add(row + "proposed");
        switch (line.path("verdict").asString()) {
            case "hold" -> add(row + "held");
            case "drop" -> add(row + "dropped");
            default -> add(row + (message.isEmpty() ? "passed" : place(message, partition)));
        }
    }

    private void add(String way) {
        counts.merge(way, 1L, Long::sum);
    }

    private String place(String message, int partition) {
        List<String> places = new ArrayList<>();
        if (redis.hexists(RedisKeys.claims(partition), message)) {
            places.add("claimed");
        }
        if (waits(message, partition)) {
            places.add("pending");
        }
        String death = redis.hget(RedisKeys.deaths(partition), message);
        if (death != null) {
            places.add(death.substring(0, death.indexOf(' ')));
        }
        if (places.isEmpty()) {
            places.add(status(message, partition));
        }
        return String.join(" and ", places);
    }

    private boolean waits(String message, int partition) {
        boolean parked = redis.keys(RedisKeys.prefix(partition) + "parked:*").stream()
                .anyMatch(key -> redis.hexists(key, message));
        boolean queued = redis.keys(RedisKeys.prefix(partition) + "outbox:*").stream()
                .anyMatch(key -> redis.zscore(key, message) != null);
        return parked || queued || redis.zscore(RedisKeys.deferred(partition), message) != null;
    }

    private String status(String message, int partition) {
        for (String week : redis.keys(RedisKeys.prefix(partition) + "seen:*")) {
            String told = redis.hget(week, "m:" + message);
            if (told != null) {
                String status = told.split(" ", -1)[1];
                return status.equals("expired") ? "cancelled" : status;
            }
        }
        return "lost";
    }
}
