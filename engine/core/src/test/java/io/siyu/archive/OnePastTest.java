package io.siyu.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.EntryKind;
import io.siyu.event.Subject;
import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.member.Timer;
import io.siyu.partition.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnePastTest {
    private static final Instant AT = Instant.parse("2026-11-11T12:00:00Z");
    private static final Subject MEMBER = Subject.member("m5");

    private final List<PastEntry> entries = new ArrayList<>();

    @Test
    void a_scan_visits_in_the_last_chunk_that_begins_before_the_subject() {
        scan("scan-a", "member", "");
        scan("scan-b", "member", "");
        scan("scan-a+m3", "member", "m3");
        scan("scan-a+m5", "member", "m5");
        scan("scan-b+m7", "member", "m7");
        scan("scan-c", "community", "");
        assertThat(visiting(holding(Map.of()))).containsExactly(1, 2);
    }

    @Test
    void nobody_is_visited_before_anything_is_known() {
        scan("scan-a", "member", "");
        add(EntryKind.TICK, "tick-1", "{}", List.of());
        assertThat(visiting(new OnePast(MEMBER, 0, entries))).isEmpty();
    }

    @Test
    void a_timer_fires_in_the_tick_that_tells_of_the_subject_or_else_in_the_first() {
        tick("t1", "m2");
        tick("t1+", "m5");
        tick("t1++", "m6");
        tick("t2", "m2");
        tick("t2+", "m6");
        OnePast past = holding(Map.of("hold", AT));
        assertThat(visiting(past)).containsExactly(1, 2, 3, 4);
        assertThat(past.visits(0)).as("it waits for the tick that tells of it").isFalse();
    }

    @Test
    void a_timer_that_is_not_due_yet_is_left_alone() {
        tick("t1", "m5");
        assertThat(visiting(holding(Map.of("hold", AT.plusSeconds(1))))).isEmpty();
    }

    private static List<Integer> visiting(OnePast past) {
        return IntStream.range(0, past.size()).filter(past::visits).boxed().toList();
    }

    private OnePast holding(Map<String, Instant> timers) {
        OnePast past = new OnePast(MEMBER, 0, entries);
        State state = State.fresh(MEMBER, 1);
        for (Map.Entry<String, Instant> timer : timers.entrySet()) {
            state = state.with(state.timers().with(new Timer.HoldEnds(timer.getValue(), intent(timer.getKey()))));
        }
        past.apply(new Commit(
                null,
                PartitionState.fresh(0),
                Map.of(MEMBER, state),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ""));
        return past;
    }

    private static Intent intent(String proposal) {
        return new Intent(proposal, "o", "order.placed", "e", AT, "rule", null, null, "send", "template", 0, Map.of());
    }

    private void scan(String id, String kind, String after) {
        add(EntryKind.SCAN, id, "{\"kind\":\"" + kind + "\",\"after\":\"" + after + "\"}", List.of());
    }

    private void tick(String id, String decidedFor) {
        add(EntryKind.TICK, id, "{}", List.of("{\"subject\":\"" + decidedFor + "\"}"));
    }

    private void add(EntryKind kind, String id, String data, List<String> decisions) {
        String event = "{\"id\":\"" + id + "\",\"data\":" + data + "}";
        entries.add(new PastEntry(entries.size() + 1L, AT, kind, event, "", decisions));
    }
}
