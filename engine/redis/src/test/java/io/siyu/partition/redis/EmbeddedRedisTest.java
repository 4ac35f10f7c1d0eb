package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which program a Redis of our own is. */
class EmbeddedRedisTest {

    @TempDir
    private Path folder;

    @Test
    void without_a_name_it_is_the_one_shipped() throws IOException {
        assertThat(EmbeddedRedis.server(null, folder)).hasParent(folder).isExecutable();
        assertThat(EmbeddedRedis.server(" ", folder)).isEqualTo(EmbeddedRedis.server(null, folder));
    }

    @Test
    void another_may_be_named() throws IOException {
        Path named = Files.createFile(folder.resolve("redis-server"));
        assertThat(named.toFile().setExecutable(true)).isTrue();
        assertThat(EmbeddedRedis.server(named.toString(), folder)).isEqualTo(named);
    }

    @Test
    void a_name_of_nothing_to_run_is_refused() {
        String name = folder.resolve("nothing").toString();
        assertThatThrownBy(() -> EmbeddedRedis.server(name, folder))
                .isInstanceOf(UnusableRedisException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("Maybe SIYU_REDIS_SERVER");
    }
}
