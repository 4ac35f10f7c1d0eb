package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.QuotaProfile;
import io.siyu.member.State;
import io.siyu.partition.Advance;
import io.siyu.partition.Arrival;
import io.siyu.partition.Commit;
import io.siyu.partition.FailPoint;
import io.siyu.partition.MemoryHoldings;
import io.siyu.partition.Worker;
import io.siyu.report.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A daily limit in a real Redis: workers, the letters between partitions, and a power cut in between. */
class QuotaIT {
    private static final int PARTITIONS = 4;
    private static final long LIMIT = 300;
    private static final List<Integer> ALL =
            IntStream.range(0, PARTITIONS).boxed().toList();

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private RedisHouse house;
    private Worker worker;

    @BeforeEach
    void begin() {
        open();
        house.time().set(Instant.parse("2030-11-26T12:00:00Z"), 1_000);
    }

    private void open() {
        house = REDIS.house(PARTITIONS);
        house.take();
        Worker.House with = new Worker.House(house.log(), house.states(), flush -> {}, FailPoint.NONE, PARTITIONS);
        worker = new Worker(with, Shop.limited(PARTITIONS, LIMIT), ALL, 20);
    }

    @AfterEach
    void close() {
        worker.close();
        house.close();
    }

    @Test
    void partitions_together_send_the_limit_and_no_more() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int orders = 0;
        for (int wave = 0; wave < 20; wave++) {
            int many = random.nextInt(80);
            List<Arrival> arrivals = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                arrivals.add(Shop.order("o" + orders++, "m" + random.nextInt(200)));
            }
            house.intake().accept(arrivals);
            if (wave == 10) {
                worker.round();
                REDIS.cutPower();
                close();
                open();
            }
            work(random.nextInt(6));
            assertThat(sent()).as("seed " + seed).isLessThanOrEqualTo(LIMIT);
        }
        house.intake()
                .accept(IntStream.range(0, 400)
                        .mapToObj(i -> Shop.order("last" + i, "m" + i))
                        .toList());
        work(Integer.MAX_VALUE);

        assertThat(sent()).as("seed " + seed).isEqualTo(LIMIT);
        assertThat(ended()).as("seed " + seed).isEqualTo(orders + 400);
        assertThat(lent()).as("seed " + seed).isEqualTo(LIMIT);
        ALL.forEach(
                partition -> assertThat(decisions(partition)).as("seed " + seed).isEqualTo(again(partition)));
    }

    /** Decides what is there and lets letters through, until nothing is left or for so many rounds. */
    private void work(int rounds) {
        for (int i = 0; i < rounds; i++) {
            int decided = 0;
            for (int round = worker.round(); round > 0; round = worker.round()) {
                decided += round;
            }
            if (house.log().forward(ALL) == 0 && decided == 0) {
                return;
            }
        }
    }

    private long sent() {
        return all().stream()
                .filter(line -> line.contains("\"verdict\":\"send\""))
                .count();
    }

    private long ended() {
        return all().stream()
                .filter(line -> !line.contains("\"verdict\":\"hold\""))
                .count();
    }

    private long lent() {
        Subject quota = new Subject(SubjectKind.QUOTA, "phone");
        State state = house.states().states(List.of(quota)).get(quota);
        return ((QuotaProfile) state.profile()).days().get("2030-11-26").out();
    }

    private List<String> all() {
        return ALL.stream().flatMap(partition -> decisions(partition).stream()).toList();
    }

    private List<String> decisions(int partition) {
        List<String> lines = new ArrayList<>();
        List<Told> page = house.watch().decisions(partition, null, 500);
        while (!page.isEmpty()) {
            page.forEach(told -> lines.add(told.line()));
            page = house.watch().decisions(partition, page.get(page.size() - 1), 500);
        }
        return lines;
    }

    /** What the recorded log decides in memory. */
    private List<String> again(int partition) {
        List<String> lines = new ArrayList<>();
        MemoryHoldings memory = new MemoryHoldings(PartitionState.fresh(partition));
        try (Advance advance = Shop.limited(PARTITIONS, LIMIT)) {
            for (Entry entry :
                    house.log().entries(Map.of(partition, 0L), 100_000).get(partition)) {
                Commit commit = advance.decide(entry, memory);
                memory.apply(commit);
                assertThat(commit.dead()).isEmpty();
                for (Decision decision : commit.decisions()) {
                    lines.add(new String(DecisionForm.bytes(decision), StandardCharsets.UTF_8));
                }
            }
        }
        return lines;
    }
}
