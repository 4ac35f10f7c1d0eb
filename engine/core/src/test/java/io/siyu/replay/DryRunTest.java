package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.Archive;
import io.siyu.archive.PastEntry;
import io.siyu.archive.Rebuild;
import io.siyu.archive.RecentPast;
import io.siyu.archive.Snapshots;
import io.siyu.archive.file.FileArchive;
import io.siyu.campaign.Purpose;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.replay.DryRun.Outlook;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    private static final int MEMBERS = 40;

    private final Shop shop = new Shop();
    private final List<Entry> log = new ArrayList<>();
    private Edition before;
    private Edition after;

    @TempDir
    private Path folder;

    /** Members who agreed a day before a promotion begins, and one who looks at a page when it has begun. */
    @BeforeEach
    void shop() {
        shop.rules.step("promo", "warm");
        shop.campaign(
                "promo",
                Purpose.MARKETING,
                Shop.cadence("2026-11-02", 12),
                Shop.send("warm", 1, "10:00", Duration.ofHours(2)));
        before = shop.edition("e1");
        after = new Edition("e2", before.catalogue(), before.settings(), Map.of(), Map.of(), RuleBook.EMPTY);
        add(
                EntryKind.CONTROL,
                shop.event("edition.activated", "e1")
                        .with("edition", "e1")
                        .with("revision", 1L)
                        .about(Subject.partition(0), Shop.at("2026-11-01T08:00")));
        for (int i = 0; i < MEMBERS; i++) {
            add(EntryKind.EVENT, shop.consents("m" + i, "2026-11-01T09:00"));
        }
        add(EntryKind.EVENT, shop.event("page.viewed", "v1").about(Subject.parse("m1"), Shop.at("2026-11-02T11:00")));
    }

    private void add(EntryKind kind, Event event) {
        log.add(new Entry(log.size() + 1L, event.time(), kind, event));
    }

    private Outlook run(Edition draft, long enough) {
        Archive nothing = new FileArchive(folder);
        DryRun.House house = new DryRun.House(
                new Rebuild.Past(nothing, new Log()),
                Snapshots.NONE,
                hash -> before,
                (partition, past) -> log.get((int) past.position() - 1),
                1);
        return new DryRun(house)
                .run(new DryRun.Asked(before, draft, Shop.at("2026-11-02T06:00"), Shop.at("2026-11-02T12:00"), enough));
    }

    @Test
    void plays_planned_steps_for_members_who_were_there_before() {
        Outlook outlook = run(after, 100);
        assertThat(outlook.events()).isOne();
        assertThat(outlook.faults()).isEmpty();
        assertThat(outlook.diff().changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isNotNull();
            assertThat(change.any().what()).isEqualTo("promo/warm");
            assertThat(change.any().sends()).isTrue();
            assertThat(change.after()).isNull();
            assertThat(change.subjects()).isEqualTo(MEMBERS);
        });
    }

    @Test
    void finds_nothing_where_nothing_was_written_otherwise() {
        Outlook outlook = run(before, 100);
        assertThat(outlook.diff().changes()).isEmpty();
        assertThat(outlook.diff().proposals(true)).isEqualTo(MEMBERS);
    }

    /** A store that still holds the whole log. */
    private final class Log implements RecentPast {
        @Override
        public List<Reach> reaches() {
            return List.of(new Reach(0, log.size(), 0));
        }

        @Override
        public List<PastEntry> entries(int partition, long after, int limit) {
            return log.stream()
                    .skip(after)
                    .limit(limit)
                    .map(entry -> new PastEntry(entry.position(), entry.at(), entry.kind(), "{}", "", List.of()))
                    .toList();
        }

        @Override
        public void archived(int partition, long position) {
            throw new UnsupportedOperationException();
        }
    }
}
