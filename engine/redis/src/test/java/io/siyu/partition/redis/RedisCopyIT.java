package io.siyu.partition.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.partition.Admission;
import io.siyu.partition.redis.RedisCopy.Counts;
import io.siyu.partition.redis.RedisCopy.House;
import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XTrimParams;
import tools.jackson.databind.json.JsonMapper;

class RedisCopyIT extends SendingFixture {
    private static final byte[] NO_TEXT = {0, (byte) 0xff, (byte) 0xfe, 10, (byte) 0xc3};
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MANY = 2_500;
    private static final String PREFIX = RedisKeys.prefix(1);

    /** What a copy wrote. */
    private record Copied(House house, Counts counts, String lines, String personal) {
        /** Every element of every key but those that time or a lease changes; a hash keeps no order. */
        Set<String> elements() {
            Set<String> elements = new TreeSet<>();
            (lines + personal).lines().map(JSON::readTree).forEach(line -> {
                String key = line.path("key").asString();
                if (!key.contains("epoch") && !key.endsWith("}:at")) {
                    String kept = key + " " + line.path("type") + " " + line.has("ttl") + " " + line.path("end") + " ";
                    (line.path("value").isArray() ? line.path("value") : line)
                            .forEach(element -> elements.add(kept + (element.isNumber() ? "" : element)));
                }
            });
            return elements;
        }
    }

    private static Copied copied() {
        StringWriter lines = new StringWriter();
        StringWriter personal = new StringWriter();
        try (RedisCopy copy = RedisCopy.of(REDIS.url())) {
            copy.hold();
            Counts counts = copy.write(lines, personal);
            return new Copied(copy.house(), counts, lines.toString(), personal.toString());
        }
    }

    private static void restore(Copied copied) {
        try (RedisCopy copy = RedisCopy.of(REDIS.url())) {
            copy.requireEmpty();
            copy.begin();
            Counts first = copy.read(reader(copied.lines()), true);
            Counts second = copy.read(reader(copied.personal()), true);
            assertThat(first.keys().size() + second.keys().size())
                    .isEqualTo(copied.counts().keys().size());
            copy.settle(copied.house());
        }
    }

    @Override
    void nothing_is_counted_where_it_is_not() {
        // why: these tests leave their house closed, or empty.
    }

    @Override
    void everybody_is_listed_where_they_are_counted() {
        // why: the same.
    }

    /** As a server that is stopped leaves the house. */
    private void leave() {
        house.close();
        one(redis -> Long.toString(redis.del(RedisKeys.LEASE)));
    }

    private static BufferedReader reader(String text) {
        return new BufferedReader(new StringReader(text));
    }

    @Test
    void every_type_comes_back_byte_for_byte() {
        leave();
        try (RedisServers servers = RedisServers.at(REDIS.url(), "test")) {
            fill(servers);
            Copied copied = copied();
            assertThat(copied.lines())
                    .contains("{\"key\":\"siyu:{p01}:some:text\",\"type\":\"string\",\"value\":\"héllo\"}");
            assertThat(copied.personal()).contains("siyu:{p01}:key:member:mei").doesNotContain(":some:");
            assertThat(copied.lines()).doesNotContain("key:member:mei");
            REDIS.each(Jedis::flushAll);
            restore(copied);
            assertThat(servers.client().get(bytes("some:bytes"))).isEqualTo(NO_TEXT);
            assertThat(servers.client().hlen(PREFIX + "some:hash")).isEqualTo(MANY);
            assertThat(servers.client().lrange(PREFIX + "some:list", 0, -1)).hasSize(MANY);
            assertThat(servers.client().zscore(PREFIX + "some:zset", "m7")).isEqualTo(1_762_000_000_123_457.0);
            assertThat(servers.client().pttl(PREFIX + "some:passing")).isBetween(1L, 600_000L);
            assertThat(servers.client().xinfoStream(PREFIX + "some:gone").getLastGeneratedId())
                    .hasToString("9-1");
            assertThat(servers.client().xinfoStream(PREFIX + "some:stream").getLength())
                    .isEqualTo(MANY - 500);
            assertThat(copied().elements().equals(copied.elements())).isTrue();
            assertThat(copied.elements().size()).isGreaterThan(3 * MANY);
        }
    }

    private static void fill(RedisServers servers) {
        try (AbstractPipeline redis = servers.pipelined()) {
            redis.set(PREFIX + "some:text", "héllo");
            redis.set(bytes("some:bytes"), NO_TEXT);
            redis.set(PREFIX + "key:member:mei", "wrapped");
            redis.set(PREFIX + "some:passing", "a while");
            redis.pexpire(PREFIX + "some:passing", 600_000);
            for (int i = 0; i < MANY; i++) {
                redis.hset(bytes("some:hash"), ("f" + i).getBytes(UTF_8), NO_TEXT);
                redis.rpush(PREFIX + "some:list", "e" + i % 7);
                redis.sadd(PREFIX + "some:set", "s" + i);
                redis.zadd(PREFIX + "some:zset", 1_762_000_000_123_450.0 + i, "m" + i);
                redis.xadd(PREFIX + "some:stream", XAddParams.xAddParams().id(i + 1, i), Map.of("k", "v" + i));
            }
            redis.xtrim(PREFIX + "some:stream", XTrimParams.xTrimParams().minId("501-0"));
            redis.xadd(PREFIX + "some:gone", XAddParams.xAddParams().id(9, 1), Map.of("k", "v"));
            redis.xtrim(PREFIX + "some:gone", XTrimParams.xTrimParams().minId("10-0"));
            redis.sync();
        }
    }

    private static byte[] bytes(String key) {
        return (PREFIX + key).getBytes(UTF_8);
    }

    @Test
    void a_restored_house_goes_on_where_the_other_stopped() {
        decided(Shop.order("first", "mei"), Shop.order("second", "mei"));
        String timeline = timeline();
        assertThat(timeline).contains("count=2");
        long epoch = Long.parseLong(one(redis -> redis.get(RedisKeys.EPOCH)));
        leave();
        Copied copied = copied();
        REDIS.each(Jedis::flushAll);
        restore(copied);
        open();
        assertThat(Long.parseLong(one(redis -> redis.get(RedisKeys.EPOCH)))).isGreaterThan(epoch);
        assertThat(timeline()).isEqualTo(timeline);
        assertThat(house.intake().accept(List.of(Shop.order("first", "mei"))).get(0))
                .isInstanceOf(Admission.Duplicate.class);
        decided(Shop.order("third", "mei"));
        assertThat(timeline()).contains("count=3");
    }

    private String timeline() {
        return String.valueOf(house.states().states(List.of(MEI)));
    }

    private static String one(Function<UnifiedJedis, String> question) {
        try (RedisServers servers = RedisServers.at(REDIS.url(), "test")) {
            return question.apply(servers.client());
        }
    }

    @Test
    void a_house_that_is_served_is_not_copied() {
        assertThatThrownBy(RedisCopyIT::copied)
                .isInstanceOf(UnusableRedisException.class)
                .hasMessageContaining("A Siyu runs on this Redis.")
                .hasMessageContaining("Maybe stop it first");
    }

    @Test
    void a_house_that_is_owned_is_not_copied() {
        leave();
        one(redis -> Long.toString(redis.hset(RedisKeys.LEASE, Map.of("owner", "another", "epoch", "1"))));
        assertThatThrownBy(RedisCopyIT::copied).hasMessageContaining("A Siyu owns this house.\nMaybe it runs");
    }

    @Test
    void a_copy_of_a_house_that_was_written_to_meanwhile_is_of_no_use() {
        leave();
        try (RedisCopy copy = RedisCopy.of(REDIS.url())) {
            copy.hold();
            try (RedisHouse started = REDIS.house(PARTITIONS)) {
                started.intake().accept(List.of(Shop.order("late", "mei")));
            }
            assertThatThrownBy(() -> copy.write(new StringWriter(), new StringWriter()))
                    .isInstanceOf(UnusableRedisException.class)
                    .hasMessageContaining("Somebody wrote to the house while it was copied")
                    .hasMessageContaining("Maybe a server was started");
        }
    }

    @Test
    void nothing_is_restored_over_a_house_and_no_server_starts_on_half_a_one() {
        leave();
        Copied copied = copied();
        try (RedisCopy copy = RedisCopy.of(REDIS.url())) {
            assertThatThrownBy(copy::requireEmpty).hasMessageContaining("This Redis holds a house.\nMaybe");
            REDIS.each(Jedis::flushAll);
            assertThatThrownBy(copy::house).hasMessageContaining("No house lives in this Redis.\nMaybe");
            copy.requireEmpty();
            copy.begin();
            assertThatThrownBy(() -> REDIS.house(PARTITIONS))
                    .isInstanceOf(UnusableRedisException.class)
                    .hasMessageContaining("This house was not restored to its end.\nMaybe the restore still runs");
            copy.read(reader(copied.lines()), true);
            assertThatThrownBy(() -> REDIS.house(PARTITIONS)).hasMessageContaining("not restored to its end");
            copy.settle(copied.house());
        }
        assertThatThrownBy(() -> REDIS.house(PARTITIONS + 1)).hasMessageContaining("has 2 partitions");
        open();
    }
}
