package io.siyu.report.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.partition.Commit;
import io.siyu.partition.StoreDownException;
import io.siyu.replay.Shop;
import io.siyu.report.rhythm.Standing.Kind;
import io.siyu.rule.Consulted;
import io.siyu.rule.Edition;
import io.siyu.rule.Fired.RuleFault;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleWatchTest {
    private static final Instant BEGIN = Shop.at("2026-03-01T12:00");

    private final Shop shop = new Shop();
    private final InMemoryRuleDays days = new InMemoryRuleDays();
    private Edition edition = edition("e1", "total >= 200");
    private long revision = 1;
    private Instant now = BEGIN;
    private RuleWatch watch = watch();

    private RuleWatch watch() {
        return new RuleWatch(days, () -> new RuleWatch.InForce(edition, revision), () -> now);
    }

    private Edition edition(String hash, String condition) {
        Edition plain = shop.edition(hash);
        RuleBook book = new RuleBook() {
            @Override
            public RuleSession open() {
                return RuleSession.SILENT;
            }

            @Override
            public List<RuleSummary> rules() {
                return List.of(
                        new RuleSummary("any", "rules/a.drl", 1, "order.placed", List.of("total > 0"), ""),
                        new RuleSummary(
                                "large", "rules/a.drl", 9, "order.placed", List.of(condition), "", List.of("note")));
            }
        };
        return new Edition(hash, plain.catalogue(), plain.settings(), Map.of(), Map.of(), book);
    }

    /** A day of the house: one order, these rules fire. */
    private void day(String... fired) {
        watch.committed(commit(List.of(new Consulted("order.placed", List.of(fired))), List.of()));
        now = now.plus(Duration.ofDays(1));
    }

    private Commit commit(List<Consulted> consulted, List<RuleFault> faults) {
        return commit(new Entry(1, now, EntryKind.EVENT, shop.order("o-" + now, "m1", now)), consulted, faults);
    }

    private Commit commit(Entry entry, List<Consulted> consulted, List<RuleFault> faults) {
        PartitionState decided = PartitionState.fresh(0).activated(edition.hash(), revision);
        return new Commit(entry, decided, Map.of(), List.of(), List.of(), List.of(), List.of(), consulted, faults, "");
    }

    private Entry activation(String hash, long itsRevision) {
        return new Entry(
                9,
                now,
                EntryKind.CONTROL,
                shop.event("edition.activated", "edition-" + itsRevision)
                        .with("edition", hash)
                        .with("revision", itsRevision)
                        .about(Subject.partition(0), now));
    }

    private RuleStanding of(String rule) {
        return watch.rules().stream()
                .filter(one -> one.rule().name().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rule_that_a_new_edition_broke_is_silent_and_stands_first_even_after_a_restart() {
        watch.rules();
        for (int day = 0; day < 40; day++) {
            day("any", "large");
        }
        edition = edition("e2", "total >= 200000");
        watch.keep();
        for (int day = 0; day < 3; day++) {
            day("any");
        }
        watch.keep();
        watch = watch();
        RuleStanding first = watch.rules().get(0);
        assertThat(first.rule().name()).isEqualTo("large");
        assertThat(first.standing().kind()).isEqualTo(Kind.SILENT);
        assertThat(first.reason())
                .isEqualTo(
                        "fired on 28 of the last 28 days, silent for 3 while 3 order.placed came in; it was changed on 2026-04-10");
        assertThat(first.fired()).extracting(Sighting::subject).isEqualTo("m1");
        assertThat(first.days().days()).hasSize(28);
        assertThat(of("any").standing().kind()).isEqualTo(Kind.FINE);
    }

    @Test
    void a_change_is_of_the_day_on_which_the_log_heard_of_it_although_it_is_kept_later() {
        watch.rules();
        for (int day = 0; day < 40; day++) {
            day("any", "large");
        }
        edition = edition("e2", "total >= 200000");
        watch.committed(commit(activation("e2", 2), List.of(), List.of()));
        for (int day = 0; day < 3; day++) {
            day("any");
        }
        assertThat(of("large").standing().suspect()).isEqualTo(new Standing.Suspect(LocalDate.of(2026, 4, 10), null));
    }

    @Test
    void a_field_that_stops_coming_is_counted_and_told_even_after_a_restart() {
        watch.rules();
        for (int day = 0; day < 40; day++) {
            orders("note", "any", "large");
        }
        watch.keep();
        for (int day = 0; day < 3; day++) {
            orders(null, "any");
        }
        watch = after(watch);
        assertThat(of("large").reason())
                .endsWith("while 18 order.placed came in; its field \"note\" hardly comes any more since 2026-04-10");
        assertThat(of("any").standing().kind()).isEqualTo(Kind.FINE);
        assertThat(days.since(LocalDate.of(2026, 4, 8)).came())
                .containsOnlyKeys(LocalDate.of(2026, 4, 8), LocalDate.of(2026, 4, 9))
                .containsEntry(LocalDate.of(2026, 4, 9), Map.of("order.placed.note", 6L));
    }

    /** A day of the house: six orders, with or without a note. */
    private void orders(@Nullable String note, String... fired) {
        for (int order = 0; order < 6; order++) {
            Event event = shop.event("order.placed", "o-" + now + order)
                    .with("note", note)
                    .about(Subject.parse("m1"), now);
            watch.committed(commit(
                    new Entry(1, now, EntryKind.EVENT, event),
                    List.of(new Consulted("order.placed", List.of(fired))),
                    List.of()));
        }
        now = now.plus(Duration.ofDays(1));
    }

    @Test
    void it_is_fine_as_soon_as_it_fires_again() {
        watch.rules();
        for (int day = 0; day < 40; day++) {
            day(day < 35 ? new String[] {"any", "large"} : new String[] {"any"});
        }
        assertThat(of("large").standing().kind()).isEqualTo(Kind.SILENT);
        watch.committed(commit(List.of(new Consulted("order.placed", List.of("large"))), List.of()));
        watch = after(watch);
        assertThat(of("large").standing().kind()).isEqualTo(Kind.FINE);
    }

    /** The next watch over the same days. */
    private RuleWatch after(RuleWatch before) {
        before.keep();
        return watch();
    }

    @Test
    void what_cannot_be_kept_is_kept_later_and_deciding_notices_nothing() {
        watch.rules();
        days.away(true);
        day("any");
        day("any", "large");
        assertThatThrownBy(() -> watch.keep()).isInstanceOf(StoreDownException.class);
        day("any");
        days.away(false);
        watch.keep();
        RuleCounts kept = days.since(LocalDate.of(2026, 3, 1));
        assertThat(kept.fired().values()).extracting(one -> one.get("any")).containsExactly(1L, 1L, 1L);
        assertThat(kept.asked()).hasSize(3);
    }

    @Test
    void what_was_told_last_is_told_at_once_even_while_nothing_can_be_read() {
        assertThat(watch.last()).isEmpty();
        List<RuleStanding> told = watch.rules();
        days.away(true);
        assertThat(watch.last()).contains(told);
    }

    @Test
    void a_rule_that_throws_or_meets_a_limit_is_shown_with_its_entry_until_it_is_changed_or_a_week_is_over() {
        watch.rules();
        watch.committed(commit(List.of(), List.of(new RuleFault("large", "no state", false))));
        watch.committed(commit(List.of(), List.of(new RuleFault("any", "too many", true))));
        watch = after(watch);
        assertThat(of("large").standing().kind()).isEqualTo(Kind.THROWING);
        assertThat(of("large").reason()).isEqualTo("no state");
        assertThat(of("large").trouble()).extracting(one -> one.last().event()).isEqualTo("o-" + now);
        assertThat(of("any").standing().kind()).isEqualTo(Kind.LIMITED);
        edition = edition("e2", "total >= 300");
        assertThat(of("large").standing().kind()).isEqualTo(Kind.LEARNING);
        assertThat(of("any").standing().alarms()).isTrue();
        now = now.plus(Duration.ofDays(8));
        assertThat(of("any").standing().alarms()).isFalse();
    }

    @Test
    void what_an_edition_does_that_is_tried_on_one_partition_says_nothing_of_the_house() {
        watch.rules();
        for (int day = 0; day < 40; day++) {
            day("any", "large");
        }
        watch.keep();
        during(edition("tried", "total >= 300"), 2, () -> {
            Commit tried = commit(
                    activation("tried", 2),
                    List.of(new Consulted("order.placed", List.of("large"))),
                    List.of(new RuleFault("large", "no state", false)));
            return List.of(tried, commit(List.of(), List.of(new RuleFault("any", "too many", true))));
        });
        watch = after(watch);
        assertThat(of("large").trouble()).isNull();
        assertThat(of("any").trouble()).isNull();
        assertThat(days.written().get("large")).containsExactly(LocalDate.of(2026, 3, 1));
        assertThat(days.since(LocalDate.of(2026, 4, 10)).isEmpty()).isTrue();
    }

    /** Hears what is decided by another edition, while this one stays in force. */
    private void during(Edition other, long itsRevision, Supplier<List<Commit>> decided) {
        Edition before = edition;
        long revisionBefore = revision;
        edition = other;
        revision = itsRevision;
        List<Commit> commits = decided.get();
        edition = before;
        revision = revisionBefore;
        commits.forEach(watch::committed);
    }

    @Test
    void partitions_that_have_yet_to_hear_of_an_edition_count_but_what_failed_there_was_not_its_fault() {
        watch.rules();
        Commit late = commit(
                List.of(new Consulted("order.placed", List.of("any"))),
                List.of(new RuleFault("large", "no state", false)));
        watch.committed(late);
        edition = edition("e2", "total >= 300");
        revision = 2;
        watch.committed(late);
        watch = after(watch);
        assertThat(of("large").trouble()).isNull();
        assertThat(days.since(LocalDate.EPOCH).fired().get(LocalDate.of(2026, 3, 1)))
                .containsExactly(Map.entry("any", 2L));
    }
}
