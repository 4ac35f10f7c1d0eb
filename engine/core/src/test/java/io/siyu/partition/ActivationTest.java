package io.siyu.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.Trigger;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.replay.Shop;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationTest {
    private static final Instant NOON = Shop.at("2026-11-01T12:00");

    private final Shop shop = new Shop();

    private static Edition none(String hash) {
        return new Shop().edition(hash);
    }

    private static Edition reminder(String hash, String id, Duration before) {
        return new Shop()
                .campaign(
                        id,
                        Purpose.SERVICE,
                        new Trigger.OnDate("coupon.expiresAt", before, List.of()),
                        Shop.send("remind"))
                .edition(hash);
    }

    private boolean visits(Edition before, Edition after) {
        PartitionState partition = PartitionState.fresh(3).activated(before.hash(), 1);
        var event = shop.event("edition.activated", "edition-2")
                .with("edition", after.hash())
                .with("revision", 2L)
                .about(Subject.partition(3), NOON);
        LoadedEditions loaded = new LoadedEditions(List.of(before, after));
        try (Advance advance = new Advance(loaded, (decision, state, edition) -> "", 16)) {
            Commit commit = advance.decide(new Entry(7, NOON, EntryKind.CONTROL, event), new MemoryHoldings(partition));
            assertThat(commit.partition().edition()).isEqualTo(after.hash());
            return commit.next().stream().anyMatch(next -> next.kind() == EntryKind.SCAN);
        }
    }

    @Test
    void nobody_is_visited_when_no_date_of_a_campaign_changed() {
        Edition other = new Shop()
                .campaign("thanks", Purpose.SERVICE, Shop.on("order.placed"), Shop.send("thank"))
                .edition("other");

        assertThat(visits(none("before"), none("after"))).isFalse();
        assertThat(visits(none("before"), other)).isFalse();
        assertThat(visits(
                        reminder("before", "expiring", Duration.ofDays(3)),
                        reminder("after", "expiring", Duration.ofDays(3))))
                .isFalse();
    }

    @Test
    void members_are_visited_when_a_date_comes_goes_or_moves() {
        Edition reminds = reminder("reminds", "expiring", Duration.ofDays(3));

        assertThat(visits(none("before"), reminds)).isTrue();
        assertThat(visits(reminds, none("after"))).isTrue();
        assertThat(visits(
                        reminds,
                        reminder("after", "expiring", Duration.ofDays(3).plusSeconds(1))))
                .isTrue();
        assertThat(visits(reminds, reminder("after", "lapsing", Duration.ofDays(3))))
                .isTrue();
    }

    @Test
    void members_are_visited_when_the_house_lives_by_another_clock() {
        assertThat(visits(
                        none("before"),
                        new Shop().zone(ZoneId.of("Asia/Urumqi")).edition("after")))
                .isTrue();
    }
}
