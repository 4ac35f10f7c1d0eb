package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.PastEntry;
import io.siyu.archive.Rebuild;
import io.siyu.archive.RecentPast;
import io.siyu.archive.Snapshots;
import io.siyu.archive.file.FileArchive;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.FieldType;
import io.siyu.event.Subject;
import io.siyu.replay.Backtest.Example;
import io.siyu.replay.Backtest.RuleHits;
import io.siyu.rule.Edition;
import io.siyu.rule.Explained;
import io.siyu.rule.Fact;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import io.siyu.rule.Seen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
    private static final int PARTITIONS = 4;

    private final Shop shop = new Shop();
    private final Edition edition = shop.edition("e1");
    private final TreeMap<Integer, List<Entry>> logs = new TreeMap<>();

    @TempDir
    private Path folder;

    private void tell(EntryKind kind, Event event) {
        List<Entry> log = logs.computeIfAbsent(event.subject().partitionOf(PARTITIONS), none -> new ArrayList<>());
        log.add(new Entry(log.size() + 1L, event.time(), kind, event));
    }

    /** Everybody looks at a page; m1 does so three times, and once before the span. */
    private void views() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            tell(
                    EntryKind.CONTROL,
                    shop.event("edition.activated", "e1")
                            .with("edition", "e1")
                            .with("revision", 1L)
                            .about(Subject.partition(partition), Shop.at("2026-11-01T08:00")));
        }
        view("m1", "v0", "2026-11-01T09:00");
        for (int member = 1; member <= 40; member++) {
            view("m" + member, "v" + member, "2026-11-02T10:00");
        }
        view("m1", "v41", "2026-11-02T11:00");
        view("m1", "v42", "2026-11-02T12:00");
    }

    private void view(String member, String id, String at) {
        tell(EntryKind.EVENT, shop.event("page.viewed", id).about(Subject.member(member), Shop.at(at)));
    }

    private PastFacts facts() {
        return facts(new PastFacts.Bounds(20_000, 1_000_000, 200_000));
    }

    private PastFacts facts(PastFacts.Bounds bounds) {
        DryRun.House house = new DryRun.House(
                new Rebuild.Past(new FileArchive(folder), new Logs()),
                Snapshots.NONE,
                hash -> edition,
                (partition, past) -> logs.get(partition).get((int) past.position() - 1),
                PARTITIONS);
        return PastFacts.read(house, Shop.at("2026-11-02T00:00"), Shop.at("2026-11-03T00:00"), bounds);
    }

    @Test
    void of_very_many_facts_the_span_begins_later_and_says_so() {
        views();
        PastFacts facts = facts(new PastFacts.Bounds(20_000, 10, 200_000));
        assertThat(facts.span().from()).isEqualTo(Shop.at("2026-11-02T10:00").plusMillis(1));
        assertThat(facts.of("page.viewed"))
                .extracting(fact -> fact.event().id())
                .containsExactly("v41", "v42");
    }

    @Test
    void a_long_past_without_a_snapshot_is_decided_again_for_the_first_partitions_only() {
        views();
        long third = logs.get(PastFacts.FEWEST).size();
        PastFacts few = facts(new PastFacts.Bounds(20_000, 1_000_000, third - 1));
        assertThat(few.span().played()).isEqualTo(PastFacts.FEWEST);
        PastFacts one = facts(new PastFacts.Bounds(20_000, 1_000_000, third));
        assertThat(one.span().played()).isEqualTo(PastFacts.FEWEST + 1);
        assertThat(facts(new PastFacts.Bounds(1, 1_000_000, 200_000)).span().played())
                .isEqualTo(PastFacts.FEWEST);
    }

    @Test
    void counts_what_holds_in_the_span_subject_by_subject() {
        views();
        PastFacts facts = facts();
        assertThat(facts.span().played()).isEqualTo(PARTITIONS);
        assertThat(facts.size()).isEqualTo(42);
        RuleHits hits = Backtest.of(new Book(), facts).get(0);
        assertThat(hits.heard()).isEqualTo(new Estimate(42, 42, 42, 42));
        assertThat(hits.fired().counted()).isEqualTo(3);
        assertThat(hits.subjects()).isOne();
        assertThat(hits.examples()).containsExactly(new Example("m1", "v42", Shop.at("2026-11-02T12:00")));
        assertThat(hits.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.text()).isEqualTo("subject is m1");
            assertThat(condition.held().counted()).isEqualTo(3);
        });
        assertThat(hits.fault()).isEmpty();
    }

    @Test
    void a_rule_nobody_was_asked_about_is_told_with_nothing() {
        RuleHits hits = Backtest.of(new Book(), facts()).get(0);
        assertThat(hits.heard().counted()).isZero();
        assertThat(hits.examples()).isEmpty();
    }

    /** One rule that fires for m1. */
    private static final class Book implements RuleBook {
        private static final RuleSummary RULE =
                new RuleSummary("Only m1", "rules/a.drl", 1, "page.viewed", List.of("subject is m1"), "rule");

        @Override
        public RuleSession open() {
            return RuleSession.SILENT;
        }

        @Override
        public List<RuleSummary> rules() {
            return List.of(RULE);
        }

        @Override
        public List<Explained> explain(Fact fact) {
            String id = fact.state().subject().id();
            Seen.Read read = new Seen.Read("subject", FieldType.TEXT, id);
            return List.of(new Explained(
                    RULE, List.of(new Seen("subject is m1", 2, 5, id.equals("m1"), read, List.of())), ""));
        }
    }

    /** A store that still holds the whole log. */
    private final class Logs implements RecentPast {
        @Override
        public List<Reach> reaches() {
            return logs.entrySet().stream()
                    .map(log -> new Reach(log.getKey(), log.getValue().size(), 0))
                    .toList();
        }

        @Override
        public List<PastEntry> entries(int partition, long after, int limit) {
            return logs.getOrDefault(partition, List.of()).stream()
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
