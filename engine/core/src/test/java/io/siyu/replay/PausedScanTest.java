package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Purpose;
import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.MemoryHoldings;
import io.siyu.partition.Next;
import io.siyu.partition.StepScan;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pause that comes between two chunks of a scan stops no deciding: nobody is lost, nobody is visited twice. */
class PausedScanTest {
    private static final int MEMBERS = 50;
    private static final Instant DUE = Shop.at("2026-11-02T10:00");

    private final Shop shop = new Shop();
    private final MemoryHoldings held = new MemoryHoldings(PartitionState.fresh(0));
    private final List<Decision> decisions = new ArrayList<>();
    private long position;

    PausedScanTest() {
        shop.rules.step("sale", "open");
        shop.campaign(
                "sale",
                Purpose.MARKETING,
                Shop.cadence("2026-11-02", 1),
                Shop.send("open", 1, "10:00", Duration.ofHours(4)));
    }

    private List<Next> settle(Advance advance, EntryKind kind, Event event) {
        Commit commit = advance.decide(new Entry(++position, event.time(), kind, event), held);
        assertThat(commit.dead()).isEmpty();
        held.apply(commit);
        decisions.addAll(commit.decisions());
        return commit.next();
    }

    private Event control(String type) {
        return shop.event(type, type).with("campaign", "sale").about(Subject.partition(0), DUE);
    }

    private Event scan() {
        Instant closes = DUE.plus(Duration.ofHours(4));
        Occurrence open = new Occurrence("sale", "open", "2026-11-02", DUE, closes, Audience.MEMBERS);
        return StepScan.of(shop.catalogue.require("scan"), open, 0);
    }

    @Test
    void pause_in_the_middle_of_a_scan() {
        Edition edition = shop.edition("e1");
        try (Advance advance = new Advance(hash -> edition, (decision, state, e) -> "", 1)) {
            for (int i = 0; i < MEMBERS; i++) {
                settle(advance, EntryKind.EVENT, shop.consents("m" + i, "2026-11-01T09:00"));
            }
            Deque<Next> chunks = new ArrayDeque<>(settle(advance, EntryKind.SCAN, scan()));
            int before = decisions.size();
            settle(advance, EntryKind.CONTROL, control("campaign.paused"));
            assertThat(held.partition().paused()).containsExactly("sale");
            Next second = chunks.remove();
            chunks.addAll(settle(advance, second.kind(), second.event()));
            assertThat(decisions).hasSizeGreaterThan(before).hasSizeLessThan(MEMBERS);
            settle(advance, EntryKind.CONTROL, control("campaign.resumed"));
            while (!chunks.isEmpty()) {
                Next next = chunks.remove();
                chunks.addAll(settle(advance, next.kind(), next.event()));
            }
        }

        assertThat(decisions)
                .extracting(Decision::subject)
                .doesNotHaveDuplicates()
                .hasSize(MEMBERS);
        assertThat(decisions).allMatch(Decision::sends);
        assertThat(held.partition().paused()).isEmpty();
        assertThat(Recount.kept(List.of(held.partition())))
                .isEqualTo(Recount.of(decisions))
                .containsEntry("sale/open/message/passed", (long) MEMBERS);
    }
}
