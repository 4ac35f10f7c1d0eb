package io.siyu.partition.redis;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A house is killed once at every fail point. */
class KillIT {

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    @Test
    void nothing_is_lost_or_done_twice_when_killed_once_at_each_point() throws IOException, InterruptedException {
        new Killing(REDIS).kill(1);
    }
}
