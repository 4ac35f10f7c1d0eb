package io.siyu.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final int ROUNDS = 4;

    private final CountDownLatch done = new CountDownLatch(ROUNDS);
    private final List<Long> began = new CopyOnWriteArrayList<>();
    private final List<Long> ended = new CopyOnWriteArrayList<>();

    /** A round that takes some milliseconds and says that there is more. */
    private boolean work() {
        began.add(System.nanoTime());
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(10);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        ended.add(System.nanoTime());
        done.countDown();
        return true;
    }

    @Test
    void a_loop_beside_others_rests_behind_each_round_as_long_as_it_took() throws InterruptedException {
        try (Loop loop =
                Loop.beside("beside", this::work, NEVER, Clock.systemUTC()).start()) {
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(loop.fault()).isEmpty();
        }
        for (int i = 1; i < ROUNDS; i++) {
            long took = ended.get(i - 1) - began.get(i - 1);
            // why: a rest is counted in whole milliseconds.
            assertThat(began.get(i) - ended.get(i - 1)).isGreaterThan(took - 2_000_000);
        }
    }

    @Test
    void it_ends_while_it_rests() throws InterruptedException {
        Loop loop =
                Loop.beside("resting", () -> !work(), NEVER, Clock.systemUTC()).start();
        while (began.isEmpty()) {
            Thread.onSpinWait();
        }
        loop.close();
        assertThat(loop.ended(Duration.ofMinutes(1))).isTrue();
        assertThat(began).hasSize(1);
    }
}
