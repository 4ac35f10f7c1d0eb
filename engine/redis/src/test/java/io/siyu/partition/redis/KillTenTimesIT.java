package io.siyu.partition.redis;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A house is killed ten times at every fail point, on one server that keeps what all the runs left. */
@Tag("full")
class KillTenTimesIT {

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    @Test
    void nothing_is_lost_or_done_twice_when_killed_ten_times_at_each_point() throws IOException, InterruptedException {
        new Killing(REDIS).kill(10);
    }
}
