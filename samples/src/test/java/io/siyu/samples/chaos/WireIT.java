package io.siyu.samples.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.partition.redis.EmbeddedRedis;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.exceptions.JedisConnectionException;

class WireIT {
    private static final String SCRIPT = "return redis.call('INCR', KEYS[1])";

    @TempDir
    private Path directory;

    @Test
    void cuts_before_or_after_a_script_and_changes_scripts_on_their_way() {
        try (EmbeddedRedis redis = EmbeddedRedis.start(directory, 0);
                Wire wire = new Wire(redis.url().getPort());
                Jedis direct = new Jedis(redis.url())) {
            wire.arm(Wire.Cut.BEFORE, 0);
            assertThatThrownBy(() -> run(wire)).isInstanceOf(JedisConnectionException.class);
            assertThat(direct.get("n")).isNull();

            wire.arm(Wire.Cut.AFTER, 1);
            assertThat(run(wire)).isEqualTo(1L);
            assertThatThrownBy(() -> run(wire)).isInstanceOf(JedisConnectionException.class);
            assertThat(direct.get("n")).isEqualTo("2");

            wire.arm(Wire.Cut.AFTER, 0);
            assertThat(wire.calm()).isTrue();
            wire.edit(List.of(new Wire.Edit("INCR", "DECR"), new Wire.Edit("nothing", "something")));
            assertThat(run(wire)).isEqualTo(1L);
            assertThat(wire.unapplied()).containsExactly(new Wire.Edit("nothing", "something"));
        }
    }

    private static Object run(Wire wire) {
        try (Jedis jedis = new Jedis(wire.url())) {
            String sha = jedis.scriptLoad(SCRIPT);
            Transaction transaction = jedis.multi();
            transaction.evalsha(org.apache.commons.codec.digest.DigestUtils.sha1Hex(SCRIPT), 1, "n");
            assertThat(sha).hasSize(40);
            return transaction.exec().get(0);
        }
    }
}
