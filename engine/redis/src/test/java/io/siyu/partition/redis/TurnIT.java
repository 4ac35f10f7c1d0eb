package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;

class TurnIT {
    @TempDir
    static Path directory;

    private static EmbeddedRedis redis;
    private static RedisServers servers;
    private static Jedis beside;

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.start(directory, 0);
        servers = RedisServers.at(redis.url());
        beside = new Jedis(redis.url());
        set("first", "there is a connection now");
    }

    @AfterAll
    static void stop() {
        beside.close();
        servers.close();
        redis.close();
    }

    private static void set(String key, String value) {
        try (AbstractPipeline turn = servers.turn()) {
            turn.set(key, value);
            turn.sync();
        }
    }

    private static long reads() {
        return beside.info("stats")
                .lines()
                .filter(line -> line.startsWith("total_reads_processed:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                .sum();
    }

    @Test
    void a_turn_reaches_the_server_in_one_piece() {
        long before = reads();

        try (AbstractPipeline turn = servers.turn()) {
            turn.set("a", "1");
            Response<Long> two = turn.incr("a");
            turn.sync();
            assertThat(two.get()).isEqualTo(2);
        }

        long asking = 1;
        assertThat(reads() - before - asking).isEqualTo(1);
    }

    @Test
    void a_command_that_fails_leaves_the_others_of_its_turn() {
        try (AbstractPipeline turn = servers.turn()) {
            turn.set("text", "x");
            Response<Long> more = turn.incr("text");
            Response<String> text = turn.get("text");
            turn.sync();

            assertThatThrownBy(more::get).isInstanceOf(JedisDataException.class);
            assertThat(text.get()).isEqualTo("x");
        }
    }

    @Test
    void a_turn_that_is_refused_has_done_nothing_and_the_next_goes_on() {
        try (AbstractPipeline turn = servers.turn()) {
            turn.set("refused", "1");
            turn.sendCommand(Command.GET, new String[0]);

            assertThatThrownBy(turn::sync).hasMessageStartingWith("EXECABORT");
        }
        set("next", "2");

        assertThat(beside.get("refused")).isNull();
        assertThat(beside.get("next")).isEqualTo("2");
    }

    @Test
    void a_turn_that_was_given_up_leaves_nothing_behind() {
        try (AbstractPipeline turn = servers.turn()) {
            turn.set("given", "up");
        }
        set("next", "3");

        assertThat(beside.get("given")).isNull();
        assertThat(beside.get("next")).isEqualTo("3");
    }
}
