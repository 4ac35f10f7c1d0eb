package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Cap;
import io.siyu.campaign.Purpose;
import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.member.Timer;
import io.siyu.member.Ways;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.MemoryHoldings;
import io.siyu.rule.Edition;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How far proposals have come is counted where it happens, and can be counted anew. */
class ReconciliationTest {
    private final Shop shop = new Shop();
    private final List<Decision> decisions = new ArrayList<>();

    ReconciliationTest() {
        shop.quiet(Duration.ofMinutes(30)).cap(new Cap(Duration.ofDays(1), 1, null, null));
        shop.rules
                .when("order.placed", fact -> true, WrittenRules.enrol("offers"))
                .step("offers", "now");
        shop.campaign("offers", Purpose.MARKETING, Shop.on("order.placed"), Shop.send("now"));
    }

    /** One sent, two dropped, one held. */
    private List<Event> course() {
        return List.of(
                shop.consents("m1", "2026-11-01T08:00"),
                shop.consents("m3", "2026-11-01T08:00"),
                shop.order("1", "m1", "2026-11-01T09:00"),
                shop.order("2", "m1", "2026-11-01T10:00"),
                shop.order("3", "m2", "2026-11-01T10:30"),
                shop.order("4", "m3", "2026-11-01T23:30"));
    }

    /** What a partition counts whose commits pass through {@code written}. */
    private MemoryHoldings decide(List<Event> events, UnaryOperator<Commit> written) {
        Edition edition = shop.edition("e1");
        MemoryHoldings held = new MemoryHoldings(PartitionState.fresh(0));
        long position = 0;
        try (Advance advance = new Advance(hash -> edition, (decision, state, e) -> "", 1)) {
            for (Event event : events) {
                Commit commit = advance.decide(new Entry(++position, event.time(), EntryKind.EVENT, event), held);
                decisions.addAll(commit.decisions());
                held.apply(written.apply(commit));
            }
        }
        return held;
    }

    private static Map<String, Long> kept(MemoryHoldings held) {
        return Recount.kept(List.of(held.partition()));
    }

    @Test
    void at_any_time_every_proposal_is_in_exactly_one_place() {
        List<Event> course = course();
        for (int until = 1; until <= course.size(); until++) {
            decisions.clear();
            Map<String, Long> kept = kept(decide(course.subList(0, until), commit -> commit));
            assertThat(kept).isEqualTo(Recount.of(decisions));
            assertThat(Recount.unbalanced(kept)).isEmpty();
        }
        assertThat(Recount.of(decisions))
                .containsEntry("offers/now/message/proposed", 4L)
                .containsEntry("offers/now/message/passed", 1L)
                .containsEntry("offers/now/message/dropped", 2L)
                .containsEntry("offers/now/message/held", 1L);
    }

    @Test
    void what_is_held_is_what_lies_in_the_members_states() {
        MemoryHoldings held = decide(course(), commit -> commit);
        long timers = held.subjects().stream()
                .map(subject -> Objects.requireNonNull(held.state(subject)))
                .flatMap((State state) -> state.timers().list().stream())
                .filter(Timer.HoldEnds.class::isInstance)
                .count();
        assertThat(kept(held)).containsEntry("offers/now/message/held", timers);
    }

    @Test
    void a_house_that_forgets_a_drop_is_found_out() {
        Map<String, Long> kept = kept(decide(course(), ReconciliationTest::forgettingDrops));
        assertThat(kept).isNotEqualTo(Recount.of(decisions));
        assertThat(Recount.unbalanced(kept)).containsExactly("offers/now/message 2");
    }

    @Test
    void a_house_that_forgets_that_a_hold_ended_is_found_out() {
        List<Event> course = new ArrayList<>(course());
        course.add(shop.order("5", "m3", "2026-11-02T12:00"));
        Map<String, Long> kept = kept(decide(course, commit -> commit));
        assertThat(kept).doesNotContainKey("offers/now/message/held").isEqualTo(Recount.of(decisions));

        decisions.clear();
        kept = kept(decide(course, ReconciliationTest::keepingHolds));
        assertThat(Recount.unbalanced(kept)).isNotEmpty();
    }

    private static Commit forgettingDrops(Commit commit) {
        return with(commit, ways -> {
            Ways without = ways;
            while (without.counts().keySet().stream().anyMatch(what -> what.endsWith("/" + Ways.DROPPED))) {
                without = without.minus("offers/now/message", Ways.DROPPED);
            }
            return without;
        });
    }

    private static Commit keepingHolds(Commit commit) {
        boolean held = commit.decisions().stream()
                .anyMatch(decision -> decision.ruling().isFinal()
                        && commit.entry().at().isAfter(Instant.parse("2026-11-02T00:00:00Z")));
        return held ? with(commit, ways -> ways.plus("offers/now/message", Ways.HELD)) : commit;
    }

    private static Commit with(Commit commit, UnaryOperator<Ways> change) {
        PartitionState state = commit.partition();
        return new Commit(
                commit.entry(),
                state.with(state.steps(), change.apply(state.ways())),
                commit.states(),
                commit.decisions(),
                commit.letters(),
                commit.requests(),
                commit.next(),
                commit.consulted(),
                commit.faults(),
                commit.dead());
    }

    @Test
    void what_was_held_before_anybody_counted_is_counted_from_its_end_on() {
        MemoryHoldings held = decide(course(), commit -> commit);
        assertThat(kept(held)).containsKey("offers/now/message/held");
        Ways none = Ways.NONE.minus("offers/now/message", Ways.HELD);
        assertThat(none.counts()).isEmpty();
    }
}
