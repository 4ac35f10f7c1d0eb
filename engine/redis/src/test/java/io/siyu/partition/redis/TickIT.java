package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.EntryKind;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TickIT {
    private static final List<Integer> ALL = List.of(0);
    private static final Instant START = Instant.parse("2026-11-05T08:00:00Z");
    /** More timers than two ticks fire. */
    private static final int JOINED = 150;

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private RedisHouse house;
    private Worker worker;

    @BeforeEach
    void open() {
        house = REDIS.house(1);
        house.take();
        house.time().set(START, 1_000);
        worker = new Worker(
                new Worker.House(house.log(), house.states(), flush -> {}, FailPoint.NONE, 1),
                Shop.advance(1),
                ALL,
                1_000);
    }

    @AfterEach
    void close() {
        worker.close();
        house.close();
    }

    @Test
    void one_tick_at_a_time_waits_for_timers_that_are_due_together() {
        house.intake().accept(joined());
        decideAll();
        assertThat(house.log().tick(ALL)).as("before any is due").isEmpty();

        house.time().set(START.plus(Duration.ofMinutes(90)), 1_000);
        assertThat(house.log().tick(ALL)).containsExactly(0);
        assertThat(house.log().tick(ALL)).as("while the tick waits").isEmpty();
        assertThat(worker.round()).isEqualTo(1);
        assertThat(house.log().tick(ALL)).as("while what goes on from it waits").isEmpty();
        decideAll();

        assertThat(ticks()).isEqualTo(3);
        assertThat(house.log().tick(ALL)).as("when all have fired").isEmpty();
    }

    private static List<Arrival> joined() {
        return IntStream.range(0, JOINED)
                .mapToObj(i -> Shop.joined("j" + i, "m" + i))
                .toList();
    }

    private void decideAll() {
        while (worker.round() > 0) {
            assertThat(house.log().forward(ALL)).isNotNegative();
        }
    }

    private long ticks() {
        return house.log().entries(Map.of(0, 0L), 10_000).get(0).stream()
                .filter(entry -> entry.kind() == EntryKind.TICK)
                .count();
    }
}
