package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.ScanResult;
import redis.clients.jedis.resps.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A type of value in Redis: how it is read page by page into JSON, and put back. */
@SuppressWarnings(
        "ArrayAsKeyOfSetOrMap") // why: Jedis asks for maps of bytes, and only goes through them in their order.
enum KeyType {
    STRING {
        @Override
        Response<?> ask(AbstractPipeline pipeline, byte[] key, String from) {
            return pipeline.get(key);
        }

        @Override
        Page page(Object answer, String from) {
            return new Page(CopiedBytes.json((byte[]) answer), null);
        }

        @Override
        List<Response<?>> put(AbstractPipeline pipeline, byte[] key, JsonNode value) {
            return List.of(pipeline.set(key, CopiedBytes.bytes(value)));
        }
    },
    HASH {
        @Override
        Response<?> ask(AbstractPipeline pipeline, byte[] key, String from) {
            return pipeline.hscan(key, bytes(from), MANY);
        }

        @Override
        Page page(Object answer, String from) {
            ScanResult<?> scanned = (ScanResult<?>) answer;
            ArrayNode value = JSON.arrayNode();
            for (Object element : scanned.getResult()) {
                Map.Entry<?, ?> field = (Map.Entry<?, ?>) element;
                value.add(pair((byte[]) field.getKey(), (byte[]) field.getValue()));
            }
            return scanned(value, scanned);
        }

        @Override
        List<Response<?>> put(AbstractPipeline pipeline, byte[] key, JsonNode value) {
            Map<byte[], byte[]> fields = new LinkedHashMap<>();
            value.forEach(field -> fields.put(CopiedBytes.bytes(field.get(0)), CopiedBytes.bytes(field.get(1))));
            return List.of(pipeline.hset(key, fields));
        }
    },
    LIST {
        @Override
        Response<?> ask(AbstractPipeline pipeline, byte[] key, String from) {
            long first = Long.parseLong(from);
            return pipeline.lrange(key, first, first + PAGE - 1);
        }

        @Override
        Page page(Object answer, String from) {
            List<?> elements = (List<?>) answer;
            String next = elements.size() < PAGE ? null : Long.toString(Long.parseLong(from) + PAGE);
            return new Page(array(elements), next);
        }

        @Override
        List<Response<?>> put(AbstractPipeline pipeline, byte[] key, JsonNode value) {
            return List.of(pipeline.rpush(key, elements(value)));
        }
    },
    SET {
        @Override
        Response<?> ask(AbstractPipeline pipeline, byte[] key, String from) {
            return pipeline.sscan(key, bytes(from), MANY);
        }

        @Override
        Page page(Object answer, String from) {
            ScanResult<?> scanned = (ScanResult<?>) answer;
            return scanned(array(scanned.getResult()), scanned);
        }

        @Override
        List<Response<?>> put(AbstractPipeline pipeline, byte[] key, JsonNode value) {
            return List.of(pipeline.sadd(key, elements(value)));
        }
    },
    ZSET {
        @Override
        Response<?> ask(AbstractPipeline pipeline, byte[] key, String from) {
            return pipeline.zscan(key, bytes(from), MANY);
        }

        @Override
        Page page(Object answer, String from) {
            ScanResult<?> scanned = (ScanResult<?>) answer;
            ArrayNode value = JSON.arrayNode();
            for (Object element : scanned.getResult()) {
                Tuple member = (Tuple) element;
                value.add(JSON.arrayNode()
                        .add(CopiedBytes.json(member.getBinaryElement()))
                        .add(member.getScore()));
            }
            return scanned(value, scanned);
        }

        @Override
        List<Response<?>> put(AbstractPipeline pipeline, byte[] key, JsonNode value) {
            Map<byte[], Double> members = new LinkedHashMap<>();
            value.forEach(member ->
                    members.put(CopiedBytes.bytes(member.get(0)), member.get(1).asDouble()));
            return List.of(pipeline.zadd(key, members));
        }
    },
    STREAM {
        @Override
        Response<?> ask(AbstractPipeline pipeline, byte[] key, String from) {
            return pipeline.xrange(key, bytes(from.equals(START) ? "-" : from), bytes("+"), PAGE);
        }

        @Override
        Page page(Object answer, String from) {
            ArrayNode value = JSON.arrayNode();
            String next = null;
            for (Object element : (List<?>) answer) {
                List<?> entry = (List<?>) element;
                value.add(JSON.arrayNode()
                        .add(CopiedBytes.json((byte[]) entry.get(0)))
                        .add(array((List<?>) entry.get(1))));
                next = "(" + EntryForm.text(entry.get(0));
            }
            return new Page(value, value.size() < PAGE ? null : next);
        }

        @Override
        List<Response<?>> put(AbstractPipeline pipeline, byte[] key, JsonNode value) {
            List<Response<?>> answers = new ArrayList<>();
            for (JsonNode entry : value) {
                Map<byte[], byte[]> fields = new LinkedHashMap<>();
                JsonNode flat = entry.get(1);
                for (int i = 0; i < flat.size(); i += 2) {
                    fields.put(CopiedBytes.bytes(flat.get(i)), CopiedBytes.bytes(flat.get(i + 1)));
                }
                XAddParams id = XAddParams.xAddParams().id(entry.get(0).asString());
                answers.add(pipeline.xadd(key, id, fields));
            }
            return answers;
        }
    };

    /** Where reading begins. */
    static final String START = "0";

    private static final int PAGE = 1_000;
    private static final ScanParams MANY = new ScanParams().count(PAGE);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * Some of a key's value.
     *
     * @param next from where to read on; null at the end
     */
    record Page(JsonNode value, @Nullable String next) {
        boolean isEmpty() {
            return value.isArray() && value.isEmpty();
        }
    }

    /** The type Redis gives this name; null if Siyu keeps nothing of that type. */
    static @Nullable KeyType named(String word) {
        for (KeyType type : values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        return null;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Asks for a page. */
    abstract Response<?> ask(AbstractPipeline pipeline, byte[] key, String from);

    /** The page that was answered. */
    abstract Page page(Object answer, String from);

    /** Puts a page back that is not empty. */
    abstract List<Response<?>> put(AbstractPipeline pipeline, byte[] key, JsonNode value);

    private static Page scanned(ArrayNode value, ScanResult<?> scanned) {
        return new Page(value, scanned.isCompleteIteration() ? null : scanned.getCursor());
    }

    private static ArrayNode pair(byte[] one, byte[] other) {
        return JSON.arrayNode().add(CopiedBytes.json(one)).add(CopiedBytes.json(other));
    }

    private static ArrayNode array(List<?> elements) {
        ArrayNode array = JSON.arrayNode();
        elements.forEach(element -> array.add(CopiedBytes.json((byte[]) element)));
        return array;
    }

    private static byte[][] elements(JsonNode array) {
        byte[][] elements = new byte[array.size()][];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = CopiedBytes.bytes(array.get(i));
        }
        return elements;
    }
}
