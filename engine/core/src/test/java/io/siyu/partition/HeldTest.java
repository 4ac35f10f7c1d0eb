package io.siyu.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.playbook.CatalogueFile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Subject MEMBER = Subject.member("m1");
    private static final State KNOWN = tagged(State.fresh(MEMBER, 1), "known");

    private final Stored stored = new Stored();
    private final Held held = new Held(stored, new StateCache(10), new Checkpoint(7, PartitionState.fresh(0)));

    @Test
    void a_state_that_did_not_change_is_not_written_again() {
        stored.states.put(MEMBER, KNOWN);
        decided(known());

        assertThat(held.changed()).isTrue();
        assertThat(held.flush().changes()).isEmpty();
        assertThat(held.flush().through().position()).isEqualTo(8);
        held.keep();
        assertThat(held.state(MEMBER)).isEqualTo(KNOWN);
    }

    @Test
    void an_equal_state_made_anew_is_not_written_either() {
        stored.states.put(MEMBER, KNOWN);
        known();
        decided(tagged(State.fresh(MEMBER, 1), "known"));

        assertThat(held.flush().changes()).isEmpty();
    }

    @Test
    void a_state_that_changed_is_written() {
        stored.states.put(MEMBER, KNOWN);
        State after = tagged(known(), "new");
        decided(after);

        assertThat(held.flush().changes()).containsOnly(Map.entry(MEMBER, new Flush.Change(KNOWN, after)));
    }

    @Test
    void a_state_that_changed_and_changed_back_before_it_was_written_is_as_it_is_stored() {
        stored.states.put(MEMBER, KNOWN);
        decided(tagged(known(), "new"));
        decided(KNOWN);

        assertThat(held.flush().changes()).isEmpty();
        assertThat(held.flush().commits()).hasSize(2);
        assertThat(held.state(MEMBER)).isEqualTo(KNOWN);
    }

    @Test
    void somebody_heard_of_for_the_first_time_is_written_though_nothing_is_known() {
        assertThat(held.state(MEMBER)).isNull();
        State fresh = State.fresh(MEMBER, 8);
        decided(fresh);

        assertThat(held.flush().changes()).containsOnly(Map.entry(MEMBER, new Flush.Change(null, fresh)));
    }

    @Test
    void what_was_written_is_what_the_next_change_is_measured_by() {
        stored.states.put(MEMBER, KNOWN);
        State after = tagged(known(), "new");
        decided(after);
        held.keep();
        decided(after);
        assertThat(held.flush().changes()).isEmpty();

        decided(KNOWN);
        assertThat(held.flush().changes()).containsOnly(Map.entry(MEMBER, new Flush.Change(after, KNOWN)));
    }

    private State known() {
        return Objects.requireNonNull(held.state(MEMBER));
    }

    private static State tagged(State state, String tag) {
        return state.with(state.member().tagged(tag));
    }

    private void decided(State after) {
        var viewed = HouseEvent.of(CatalogueFile.shipped("CNY").require("page.viewed"), "e");
        Entry entry = new Entry(8, NOON, EntryKind.EVENT, viewed.about(MEMBER, NOON));
        held.apply(new Commit(
                entry,
                held.partition(),
                Map.of(MEMBER, after),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ""));
    }

    /** States in memory that nobody asks by index. */
    private static final class Stored implements PartitionStates {
        final Map<Subject, State> states = new TreeMap<>();

        @Override
        public Map<Subject, State> states(Collection<Subject> subjects) {
            Map<Subject, State> found = new TreeMap<>(states);
            found.keySet().retainAll(subjects);
            return found;
        }

        @Override
        public List<Checkpoint> checkpoints(Collection<Integer> partitions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Subject> due(int partition, Instant until, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Subject> subjects(int partition, SubjectKind kind, String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Answer> commit(List<Flush> flushes) {
            throw new UnsupportedOperationException();
        }
    }
}
