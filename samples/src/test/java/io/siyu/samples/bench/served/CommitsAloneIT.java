package io.siyu.samples.bench.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Event;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.load.Workload;
import io.siyu.web.cli.Playbooks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of the benchmark of intake: it has the same mix, and writes all of it. */
class CommitsAloneIT {
    private static final int EVENTS = 1_000;

    @TempDir
    private Path folder;

    @Test
    void what_was_decided_beforehand_has_the_fixed_mix_and_is_written_whole() {
        Workload workload = new Workload(50, 30, Instant.parse("2026-11-11T20:00:00Z"));
        Edition edition = Playbooks.reader().read(workload.playbook()).edition();
        List<Event> known = workload.introductions(edition.catalogue());
        List<Event> events = IntStream.range(0, EVENTS)
                .mapToObj(number -> workload.event(edition.catalogue(), number))
                .toList();
        CommitsAlone commits = new CommitsAlone(edition, known, events, 4);
        assertThat(commits.shares(EVENTS)).containsExactly(0.3, 0.1, 0.1);
        commits.nanos(folder);
        assertThat(written(edition)).isEqualTo(known.size() + EVENTS);
    }

    private long written(Edition edition) {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, 0);
                RedisHouse house = ServedHouse.open(redis.url(), edition.catalogue(), folder)) {
            List<Integer> all =
                    IntStream.range(0, ServedHouse.partitions()).boxed().toList();
            return house.states().checkpoints(all).stream()
                    .mapToLong(Checkpoint::position)
                    .sum();
        }
    }
}
