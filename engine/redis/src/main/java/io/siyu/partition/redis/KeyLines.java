package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.partition.redis.KeyType.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes keys of a house as lines. */
final class KeyLines {
    private static final Set<String> OF_THIS_RUN = Set.of(RedisKeys.LEASE, RedisKeys.SETTLED);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RedisServers servers;
    private final Writer house;
    private final Writer personal;
    private final Set<String> streamsAndLists = new HashSet<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** One key that is about to be written. */
    private record Kept(String name, KeyType type, long ttl) {
        byte[] key() {
            return bytes(name);
        }
    }

    KeyLines(RedisServers servers, Writer house, Writer personal) {
        this.servers = servers;
        this.house = house;
        this.personal = personal;
    }

    /** How many keys of each kind were written. */
    Map<String, Long> counts() {
        return counts;
    }

    /** Writes these keys, all their pages. */
    void write(List<byte[]> keys) {
        List<Kept> kept = kept(keys);
        List<Object> first = ask(kept, (pipeline, key) -> key.type().ask(pipeline, key.key(), KeyType.START));
        for (int i = 0; i < kept.size(); i++) {
            counts.merge(RedisKeys.kind(kept.get(i).name()), 1L, Long::sum);
            write(kept.get(i), kept.get(i).type().page(first.get(i), KeyType.START));
        }
    }

    private List<Kept> kept(List<byte[]> keys) {
        List<Object> types = ask(keys, (pipeline, key) -> pipeline.type(key));
        List<Object> ttls = ask(keys, (pipeline, key) -> pipeline.pttl(key));
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String name = EntryForm.text(keys.get(i));
            KeyType type = KeyType.named(String.valueOf(types.get(i)));
            if (type == null || OF_THIS_RUN.contains(name) || !isNew(name, type)) {
                continue;
            }
            kept.add(new Kept(name, type, (Long) ttls.get(i)));
        }
        return kept;
    }

    // why: a scan may show a key twice; what is put back twice must be the same as once.
    private boolean isNew(String name, KeyType type) {
        return (type != KeyType.STREAM && type != KeyType.LIST) || streamsAndLists.add(name);
    }

    private void write(Kept kept, Page first) {
        Page page = first;
        String from = KeyType.START;
        while (true) {
            if (!page.isEmpty()) {
                line(kept, page.value(), null);
            }
            if (page.next() == null) {
                break;
            }
            from = page.next();
            String next = from;
            Object answer = ask(List.of(kept), (pipeline, key) -> key.type().ask(pipeline, key.key(), next))
                    .get(0);
            page = kept.type().page(answer, from);
        }
        if (kept.type() == KeyType.STREAM) {
            line(kept, JSON.createArrayNode(), end(kept));
        }
    }

    /** What a stream remembers of entries that left it. */
    private ObjectNode end(Kept stream) {
        List<?> told = (List<?>) ask(List.of(stream), (pipeline, key) -> pipeline.xinfoStream(key.key()))
                .get(0);
        ObjectNode end = JSON.createObjectNode();
        for (int i = 0; i + 1 < told.size(); i += 2) {
            switch (EntryForm.text(told.get(i))) {
                case "last-generated-id" -> end.put("last", EntryForm.text(told.get(i + 1)));
                case "entries-added" -> end.put("added", (Long) told.get(i + 1));
                case "max-deleted-entry-id" -> end.put("deleted", EntryForm.text(told.get(i + 1)));
                default -> {} // why: how it lies in memory is Redis' own affair.
            }
        }
        return end;
    }

    private void line(Kept kept, JsonNode value, @Nullable ObjectNode end) {
        ObjectNode line = JSON.createObjectNode();
        line.put("key", kept.name());
        line.put("type", kept.type().word());
        if (kept.ttl() > 0) {
            line.put("ttl", kept.ttl());
        }
        line.set("value", value);
        if (end != null) {
            line.set("end", end);
        }
        try {
            Writer to = RedisKeys.opensPersonal(kept.name()) ? personal : house;
            to.write(JSON.writeValueAsString(line));
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <K> List<Object> ask(List<K> keys, Question<K> question) {
        try (AbstractPipeline pipeline = servers.pipelined()) {
            List<Response<?>> responses = new ArrayList<>();
            keys.forEach(key -> responses.add(question.of(pipeline, key)));
            pipeline.sync();
            List<Object> answers = new ArrayList<>();
            responses.forEach(response -> answers.add(response.get()));
            return answers;
        }
    }

    private interface Question<K> {
        Response<?> of(AbstractPipeline pipeline, K key);
    }
}
