package io.siyu.partition.redis;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A house that stands alone is stopped (SIGSTOP) at every fail point for longer than its lease, and goes on. */
@Tag("full")
class FreezeIT {

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    @Test
    void goes_on_where_it_was_and_sends_each_message_once() throws IOException, InterruptedException {
        new Killing(REDIS).freeze();
    }
}
