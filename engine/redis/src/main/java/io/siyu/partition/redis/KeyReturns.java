package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ClusterCommandArguments;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts lines of keys back, many to a round trip. */
final class KeyReturns {
    private static final int TOGETHER = 1_000_000;
    private static final String GROUP = "restored";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RedisServers servers;
    private final Set<String> without;
    private final List<JsonNode> waiting = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private String before = "";
    private int characters;

    /** Without keys of these kinds. */
    KeyReturns(RedisServers servers, Set<String> without) {
        this.servers = servers;
        this.without = Set.copyOf(without);
    }

    /** Whether this key opens the wrapped one of this line. */
    static boolean opened(HouseKey key, String line) {
        String wrapped = EntryForm.text(CopiedBytes.bytes(JSON.readTree(line).path("value")));
        return key.unwrap(wrapped).getEncoded().length > 0;
    }

    /** How many keys of each kind were put back. */
    Map<String, Long> counts() {
        return counts;
    }

    void add(String line) {
        JsonNode read = JSON.readTree(line);
        String name = EntryForm.text(key(read));
        if (without.contains(RedisKeys.kind(name))) {
            return;
        }
        if (!name.equals(before)) {
            counts.merge(RedisKeys.kind(name), 1L, Long::sum);
            before = name;
        }
        waiting.add(read);
        characters += line.length();
        if (characters >= TOGETHER) {
            flush();
        }
    }

    /** Puts back what waits. */
    void flush() {
        try (AbstractPipeline pipeline = servers.pipelined()) {
            List<Response<?>> answers = new ArrayList<>();
            waiting.forEach(line -> answers.addAll(put(pipeline, line)));
            pipeline.sync();
            answers.forEach(Response::get);
        }
        waiting.stream().filter(line -> line.has("end")).forEach(this::end);
        waiting.forEach(this::expire);
        waiting.clear();
        characters = 0;
    }

    private static List<Response<?>> put(AbstractPipeline pipeline, JsonNode line) {
        KeyType type = KeyType.named(line.path("type").asString(""));
        if (type == null) {
            throw new JedisDataException("a key has the unknown type (" + line.path("type") + ")");
        }
        JsonNode value = line.path("value");
        return value.isArray() && value.isEmpty() ? List.of() : type.put(pipeline, key(line), value);
    }

    private void end(JsonNode line) {
        byte[] key = key(line);
        JsonNode end = line.path("end");
        UnifiedJedis redis = servers.client();
        // why: a stream whose entries are all gone is made by a group only.
        redis.xgroupCreate(key, bytes(GROUP), bytes("0"), true);
        redis.xgroupDestroy(key, bytes(GROUP));
        redis.executeCommand(new ClusterCommandArguments(() -> bytes("XSETID"))
                .key(key)
                .add(end.path("last").asString("0-0"))
                .add("ENTRIESADDED")
                .add(end.path("added").asString("0"))
                .add("MAXDELETEDID")
                .add(end.path("deleted").asString("0-0")));
    }

    private void expire(JsonNode line) {
        if (line.has("ttl")) {
            servers.client().pexpire(key(line), line.path("ttl").asLong());
        }
    }

    private static byte[] key(JsonNode line) {
        return CopiedBytes.bytes(line.path("key"));
    }
}
