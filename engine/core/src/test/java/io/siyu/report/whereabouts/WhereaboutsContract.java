package io.siyu.report.whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.report.whereabouts.Move.Proposed;
import io.siyu.report.whereabouts.Whereabouts.Group;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What whatever keeps the whereabouts of proposals does. */
public abstract class WhereaboutsContract {
    private static final Instant NOON = Instant.parse("2026-11-04T04:00:00.000001Z");
    private static final Act HELLO = new Act("club", "hello", "message");

    /** One that was told nothing yet. */
    protected abstract Whereabouts whereabouts();

    @Test
    void a_proposal_is_where_it_went_last_and_counted_there() {
        Whereabouts kept = begun();
        assertThat(kept.take(List.of(new Stretch(
                        0,
                        0,
                        5,
                        List.of(
                                decided("a", Place.HELD, "quiet.hours", 0),
                                decided("b", Place.PENDING, "", 1),
                                decided("c", Place.DROPPED, "cap.global", 2))))))
                .isTrue();
        assertThat(kept.groups("club"))
                .containsExactly(
                        new Group(HELLO, Place.DROPPED, "cap.global", 1),
                        new Group(HELLO, Place.HELD, "quiet.hours", 1),
                        new Group(HELLO, Place.PENDING, "", 1));
        kept.take(List.of(new Stretch(
                0, 5, 6, List.of(decided("a", Place.DROPPED, "cap.global", 3), told("b", Place.SENT, "", 4)))));
        assertThat(kept.groups("club"))
                .containsExactly(new Group(HELLO, Place.DROPPED, "cap.global", 2), new Group(HELLO, Place.SENT, "", 1));
        assertThat(kept.page(new Group(HELLO, Place.DROPPED, "cap.global", 2), null, 10))
                .extracting(Found::subject)
                .containsExactly("m-a", "m-c");
        assertThat(kept.named(List.of("b", "z")))
                .containsExactly(new Found("b", HELLO, "", "m-b", "e-b", Place.SENT, "", NOON.plusSeconds(4)));
        assertThat(kept.groups("clu")).isEmpty();
    }

    @Test
    void takes_each_stretch_once_and_of_several_all_or_none() {
        Whereabouts kept = begun();
        Stretch first = new Stretch(0, 0, 5, List.of(decided("a", Place.SENT, "", 0)));
        assertThat(kept.take(List.of(first))).isTrue();
        assertThat(kept.take(List.of(first))).isFalse();
        Stretch other = new Stretch(1, 0, 9, List.of(decided("b", Place.SENT, "", 0)));
        assertThat(kept.take(List.of(other, new Stretch(0, 4, 8, List.of())))).isFalse();
        assertThat(kept.named(List.of("a", "b"))).extracting(Found::id).containsExactly("a");
        assertThat(kept.reached()).containsEntry(0, 5L).containsEntry(1, 0L);
        assertThat(kept.take(List.of(other, new Stretch(0, 5, 8, List.of())))).isTrue();
        assertThat(kept.reached()).containsEntry(0, 8L).containsEntry(1, 9L);
    }

    @Test
    void a_partition_is_told_anew_and_the_others_stay() {
        Whereabouts kept = begun();
        kept.take(List.of(
                new Stretch(0, 0, 5, List.of(decided("a", Place.SENT, "", 0))),
                new Stretch(1, 0, 5, List.of(decided("b", Place.SENT, "", 0)))));
        kept.begin(0);
        assertThat(kept.groups("club")).containsExactly(new Group(HELLO, Place.SENT, "", 1));
        assertThat(kept.named(List.of("a", "b"))).extracting(Found::id).containsExactly("b");
        assertThat(kept.reached()).containsEntry(0, 0L).containsEntry(1, 5L);
        assertThat(kept.take(List.of(new Stretch(0, 0, 5, List.of(decided("a", Place.SENT, "", 0))))))
                .isTrue();
        assertThat(kept.groups("club")).containsExactly(new Group(HELLO, Place.SENT, "", 2));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_also_at_one_moment() {
        Whereabouts kept = begun();
        List<Move> moves = IntStream.range(0, 25)
                .mapToObj(i -> decided(String.format("%02d", i), Place.SENT, "", i / 10))
                .toList();
        kept.take(List.of(new Stretch(0, 0, 1, moves), new Stretch(1, 0, 1, List.of())));
        Group sent = new Group(HELLO, Place.SENT, "", 25);
        List<String> ids = new ArrayList<>();
        List<Found> page = kept.page(sent, null, 7);
        while (!page.isEmpty()) {
            page.forEach(found -> ids.add(found.id()));
            page = kept.page(sent, page.get(page.size() - 1).mark(), 7);
        }
        List<String> newestFirst = new ArrayList<>(moves.stream().map(Move::id).toList());
        Collections.reverse(newestFirst);
        assertThat(ids).isEqualTo(newestFirst);
    }

    @Test
    void forgets_what_came_to_rest_before_a_moment_and_nothing_that_may_still_move() {
        Whereabouts kept = begun();
        kept.take(List.of(new Stretch(
                0,
                0,
                1,
                List.of(
                        decided("a", Place.SENT, "", 0),
                        decided("b", Place.SENT, "", 1),
                        decided("c", Place.HELD, "quiet.hours", 0),
                        decided("d", Place.PENDING, "", 0)))));
        kept.forget(NOON.plusSeconds(1));
        assertThat(kept.groups("club"))
                .containsExactly(
                        new Group(HELLO, Place.HELD, "quiet.hours", 1),
                        new Group(HELLO, Place.PENDING, "", 1),
                        new Group(HELLO, Place.SENT, "", 1));
        kept.take(List.of(new Stretch(0, 1, 2, List.of(told("a", Place.FAILED, "late", 2)))));
        assertThat(kept.named(List.of("a", "b"))).extracting(Found::id).containsExactly("b");
        assertThat(kept.groups("club")).hasSize(3);
    }

    private Whereabouts begun() {
        Whereabouts kept = whereabouts();
        kept.begin(0);
        kept.begin(1);
        return kept;
    }

    private static Move decided(String id, Place place, String reason, int second) {
        Proposed proposed = new Proposed(HELLO, "", "m-" + id, "e-" + id);
        return new Move(id, proposed, place, reason, NOON.plusSeconds(second));
    }

    private static Move told(String id, Place place, String reason, int second) {
        return new Move(id, null, place, reason, NOON.plusSeconds(second));
    }
}
