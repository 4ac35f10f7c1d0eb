package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Queue;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Worker;
import io.siyu.report.Backlog;
import io.siyu.report.Backlog.Lag;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RedisSurveyorIT {
    private static final int PARTITIONS = 2;
    private static final List<Integer> ALL = List.of(0, 1);
    private static final Instant START = Instant.parse("2026-11-05T08:00:00Z");

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    @TempDir
    private Path folder;

    private RedisHouse house;
    private Worker worker;

    @BeforeEach
    void open() {
        house = REDIS.house(PARTITIONS);
        house.take();
        house.time().set(START, 1_000);
        worker = new Worker(
                new Worker.House(house.log(), house.states(), flush -> {}, FailPoint.NONE, PARTITIONS),
                Shop.advance(PARTITIONS),
                ALL,
                100);
    }

    @AfterEach
    void close() {
        worker.close();
        house.close();
    }

    private void decide() {
        while (worker.round() > 0) {
            house.log().forward(ALL);
        }
    }

    private Backlog survey() {
        return house.surveyor().survey();
    }

    @Test
    void finds_an_empty_house_without_anything_waiting() {
        Backlog empty = survey();
        assertThat(empty.lags())
                .containsExactly(
                        new Lag(0, 0, Duration.ZERO, Duration.ZERO, 0, 0),
                        new Lag(1, 0, Duration.ZERO, Duration.ZERO, 0, 0));
        assertThat(empty.lanes().get(Lane.URGENT)).isEqualTo(new Backlog.Queue(0, Duration.ZERO));
        assertThat(empty.memory().used()).isBetween(1L, empty.memory().limit());
    }

    @Test
    void tells_how_many_entries_wait_and_for_how_long() {
        house.intake().accept(List.of(Shop.order("o1", "ann"), Shop.order("o2", "bea"), Shop.order("o3", "cid")));
        house.time().set(START.plus(Duration.ofMinutes(10)), 1_000);
        List<Lag> lags = survey().lags();
        assertThat(lags.stream().mapToLong(Lag::entries).sum()).isEqualTo(3);
        assertThat(lags)
                .filteredOn(lag -> lag.entries() > 0)
                .isNotEmpty()
                .allSatisfy(lag -> assertThat(lag.oldest()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11)));
        decide();
        assertThat(survey().lags()).extracting(Lag::entries).containsOnly(0L);
    }

    @Test
    void tells_what_each_lane_holds_and_what_is_claimed() {
        house.intake().accept(List.of(Shop.order("o1", "ann"), Shop.order("o2", "bea")));
        decide();
        house.time().set(START.plus(Duration.ofMinutes(10)), 1_000);
        Backlog waiting = survey();
        assertThat(waiting.lanes().get(Lane.SERVICE).messages()).isEqualTo(2);
        assertThat(waiting.lanes().get(Lane.SERVICE).oldest()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(waiting.lanes().get(Lane.MARKETING).messages()).isZero();
        assertThat(waiting.lags().stream().mapToLong(Lag::unprojected).sum()).isPositive();
        house.outbox().claim(new Queue(Lane.SERVICE, "phone"), "0", Map.of(0, 10, 1, 10));
        while (house.project()) {
            assertThat(survey().claimed()).isEqualTo(2);
        }
        Backlog claimed = survey();
        assertThat(claimed.claimed()).isEqualTo(2);
        assertThat(claimed.lanes().get(Lane.SERVICE).messages()).isZero();
        assertThat(claimed.lags()).extracting(Lag::unprojected).containsOnly(0L);
    }

    @Test
    void tells_how_many_decided_entries_are_not_archived() {
        house.intake().accept(List.of(Shop.order("o1", "ann"), Shop.order("o2", "bea"), Shop.order("o3", "cid")));
        assertThat(unarchived()).isZero();
        decide();
        assertThat(unarchived()).isGreaterThanOrEqualTo(3);
        try (RedisHouse archiving = REDIS.archiving(PARTITIONS, folder)) {
            archiving.take();
            while (archiving.archive()) {
                assertThat(archiving.partitions()).isEqualTo(PARTITIONS);
            }
        }
        assertThat(unarchived()).isZero();
    }

    private long unarchived() {
        return survey().lags().stream().mapToLong(Lag::unarchived).sum();
    }

    @Test
    void tells_how_late_the_earliest_timer_is() {
        house.intake().accept(List.of(Shop.joined("j1", "ann")));
        decide();
        assertThat(survey().lags()).extracting(Lag::timer).containsOnly(Duration.ZERO);
        house.time().set(START.plus(Duration.ofMinutes(90)), 1_000);
        assertThat(survey().lags())
                .extracting(Lag::timer)
                .anySatisfy(late -> assertThat(late).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31)));
        assertThat(house.log().tick(ALL)).hasSize(1);
        decide();
        assertThat(survey().lags()).extracting(Lag::timer).containsOnly(Duration.ZERO);
    }
}
