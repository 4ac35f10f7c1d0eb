package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Decision;
import io.siyu.decision.Verdict;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.CampaignProfile;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.partition.Advance;
import io.siyu.partition.Arrival;
import io.siyu.partition.Commit;
import io.siyu.partition.FailPoint;
import io.siyu.partition.MemoryHoldings;
import io.siyu.partition.Worker;
import io.siyu.report.Counts;
import io.siyu.report.Told;
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
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;

class WorkerIT {
    private static final int PARTITIONS = 4;
    private static final List<Integer> ALL =
            IntStream.range(0, PARTITIONS).boxed().toList();

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private RedisHouse house;

    @BeforeEach
    void open() {
        house = REDIS.house(PARTITIONS);
        house.take();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Worker worker(RedisHouse of, int cached) {
        Worker.House with = new Worker.House(of.log(), of.states(), flush -> {}, FailPoint.NONE, PARTITIONS);
        return new Worker(with, Shop.advance(PARTITIONS), ALL, cached);
    }

    private static int decideAll(Worker worker) {
        int decided = 0;
        for (int round = worker.round(); round > 0; round = worker.round()) {
            decided += round;
        }
        return decided;
    }

    @Test
    void decides_what_memory_holdings_decide() {
        List<Arrival> arrivals = traffic(2_000);
        house.intake().accept(arrivals);
        int decided;
        // why: a cache far smaller than the members, so that states are read back all the time.
        try (Worker worker = worker(house, 20)) {
            decided = decideAll(worker);
        }

        assertThat(decided).isEqualTo(2_000);
        for (int partition : ALL) {
            MemoryHoldings memory = new MemoryHoldings(PartitionState.fresh(partition));
            List<String> expected = replay(partition, memory);
            assertThat(decisions(partition)).isNotEmpty().isEqualTo(expected);
            assertThat(house.states().subjects(partition, SubjectKind.MEMBER, "", 1000))
                    .isEqualTo(memory.subjects(SubjectKind.MEMBER, "", 1000));
            List<Subject> members = memory.subjects(SubjectKind.MEMBER, "", 1000);
            Map<Subject, State> stored = house.states().states(members);
            members.forEach(member -> assertThat(stored.get(member)).isEqualTo(memory.state(member)));
        }
    }

    private static List<Arrival> traffic(int count) {
        Random random = new Random(7);
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String member = "m" + random.nextInt(100);
            arrivals.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Shop.consent("e" + i, member);
                        case 1 -> Shop.view("e" + i, member);
                        case 2 -> Shop.joined("e" + i, member);
                        default -> Shop.order("e" + i, member);
                    });
        }
        return arrivals;
    }

    private List<String> replay(int partition, MemoryHoldings memory) {
        List<String> lines = new ArrayList<>();
        try (Advance advance = Shop.advance(PARTITIONS)) {
            for (Entry entry :
                    house.log().entries(Map.of(partition, 0L), 10_000).get(partition)) {
                Commit commit = advance.decide(entry, memory);
                memory.apply(commit);
                for (Decision decision : commit.decisions()) {
                    lines.add(new String(DecisionForm.bytes(decision), java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        }
        return lines;
    }

    private List<String> decisions(int partition) {
        List<String> lines = new ArrayList<>();
        List<Told> page = house.watch().decisions(partition, null, 7);
        while (!page.isEmpty()) {
            page.forEach(told -> lines.add(told.line()));
            page = house.watch().decisions(partition, page.get(page.size() - 1), 7);
        }
        return lines;
    }

    @Test
    void what_changes_nothing_about_a_member_writes_no_state() {
        Subject mei = Subject.member("mei");
        try (Worker worker = worker(house, 100)) {
            house.intake().accept(List.of(Shop.consent("c1", "mei")));
            decideAll(worker);
            // why: a state that is not written again stays away
            REDIS.each(redis -> redis.keys("*state:member:mei").forEach(redis::del));
            house.intake().accept(List.of(Shop.consent("c2", "mei", Instant.parse("2020-01-01T00:00:00Z"))));
            assertThat(decideAll(worker)).isEqualTo(1);
            assertThat(house.states().states(List.of(mei))).isEmpty();

            house.intake().accept(List.of(Shop.order("o1", "mei")));
            decideAll(worker);
            assertThat(house.states().states(List.of(mei))).containsKey(mei);
        }
    }

    @Test
    void an_owner_that_was_taken_over_writes_nothing() {
        house.intake().accept(List.of(Shop.order("o1", "mei")));
        try (RedisHouse second = REDIS.house(PARTITIONS);
                Worker before = worker(house, 100);
                Worker after = worker(second, 100)) {
            second.take();

            assertThat(before.round()).isZero();
            assertThat(house.watch().counts().entries()).isZero();
            assertThat(after.round()).isEqualTo(1);
        }
    }

    @Test
    void two_workers_on_one_partition_decide_each_entry_once() {
        try (Worker one = worker(house, 100);
                Worker other = worker(house, 100)) {
            for (int i = 0; i < 50; i++) {
                house.intake().accept(List.of(Shop.order("o" + i, "mei")));
                Worker turn = i % 2 == 0 ? one : other;
                while (turn.round() == 0) {
                    assertThat(house.watch().counts().entries()).isEqualTo(i);
                }
            }
        }
        assertThat(house.watch().counts().entries()).isEqualTo(50);
        assertThat(decisions(Subject.member("mei").partitionOf(PARTITIONS))).hasSize(50);
    }

    @Test
    void letters_reach_their_subject_once() {
        house.intake().accept(List.of(Shop.joined("j1", "mei"), Shop.order("o1", "mei"), Shop.order("o2", "mei")));
        try (Worker worker = worker(house, 100)) {
            decideAll(worker);
            house.log().forward(ALL);
            house.log().forward(ALL);
            decideAll(worker);
        }

        Subject club = new Subject(SubjectKind.CAMPAIGN, "club");
        State state = house.states().states(List.of(club)).get(club);
        assertThat(state.profile())
                .isInstanceOfSatisfying(
                        CampaignProfile.class,
                        profile -> assertThat(profile.goals()).isEqualTo(2));
    }

    @Test
    void an_entry_nobody_can_decide_is_dead_and_the_next_goes_on() {
        Event nonsense = HouseEvent.of(Shop.CATALOGUE.require("tick"), "s1")
                .about(
                        Subject.partition(Subject.member("mei").partitionOf(PARTITIONS)),
                        house.time().now());
        house.log().append(EntryKind.CONTROL, nonsense, null);
        house.intake().accept(List.of(Shop.order("o1", "mei")));
        try (Worker worker = worker(house, 100)) {
            assertThat(decideAll(worker)).isEqualTo(2);
        }

        assertThat(house.watch().counts().dead()).isEqualTo(1);
        assertThat(house.watch().counts().events()).isEqualTo(1);
    }

    @Test
    void goes_on_where_a_power_cut_left_it() {
        house.intake().accept(traffic(400));
        try (Worker worker = worker(house, 100)) {
            worker.round();
        }
        REDIS.cutPower();
        house.close();
        house = REDIS.house(PARTITIONS);
        house.take();
        house.intake().accept(traffic(500));
        try (Worker worker = worker(house, 100)) {
            decideAll(worker);
        }

        assertThat(house.watch().counts().entries()).isEqualTo(500);
    }

    @Test
    void decisions_are_counted_once() {
        house.intake().accept(List.of(Shop.order("o1", "mei"), Shop.view("v1", "lan"), Shop.order("o2", "lan")));
        try (Worker worker = worker(house, 100)) {
            decideAll(worker);
        }
        while (house.project()) {
            assertThat(house.watch().counts().of(Verdict.SEND)).isLessThanOrEqualTo(2);
        }

        assertThat(house.watch().counts().of(Verdict.SEND)).isEqualTo(2);
        assertThat(house.watch().counts().of(Verdict.DROP)).isEqualTo(1);
        assertThat(house.watch().counts().decisions())
                .contains(new Counts.ByReason(Verdict.DROP, "consent.unknown", 1));
        assertThat(house.watch().about(Subject.member("lan"), 10)).hasSize(2);
    }

    @Test
    void clears_away_the_feed_that_an_earlier_version_kept() {
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            redis.xadd(RedisKeys.TOLD, StreamEntryID.NEW_ENTRY, Map.of("p", "0"));

            house.project();

            assertThat(redis.exists(RedisKeys.TOLD)).isFalse();
        }
    }

    @Test
    void goes_on_behind_what_another_node_has_projected() {
        try (RedisHouse other = REDIS.house(PARTITIONS);
                Worker worker = worker(house, 100)) {
            house.intake().accept(List.of(Shop.order("o1", "mei")));
            decideAll(worker);
            house.project();
            house.intake().accept(List.of(Shop.order("o2", "mei")));
            decideAll(worker);
            other.project();
            house.intake().accept(List.of(Shop.order("o3", "mei")));
            decideAll(worker);

            assertThat(house.project()).isTrue();
            assertThat(house.project()).isFalse();
            assertThat(house.watch().counts().of(Verdict.SEND)).isEqualTo(3);
        }
    }
}
