package io.siyu.report.rhythm;

import io.siyu.event.Event;
import io.siyu.partition.Commit;
import io.siyu.partition.StoreDownException;
import io.siyu.report.rhythm.Standing.Kind;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook.RuleSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Notes in memory what rules do, keeps it from time to time, and tells from all that is kept how they fare. While nothing
 * can be kept it goes on noting. Safe for many threads.
 */
public final class RuleWatch implements RuleStandings, AutoCloseable {
    /** Two years and a season. */
    private static final int KEPT = 800;

    private static final String ACTIVATED = "edition.activated";
    private static final int SHOWN = 28;
    private static final int LATELY = 7;
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration OLD = Duration.ofMinutes(1);
    private static final Comparator<RuleStanding> ORDER = Comparator.comparing(
                    (RuleStanding one) -> !one.standing().alarms())
            .thenComparing(one -> one.rule().name());

    private final RuleDays days;
    private final Supplier<InForce> inForce;
    private final Supplier<Instant> clock;
    private final Object noting = new Object();
    private Noted noted = new Noted();
    private final Map<String, LocalDate> activated = new HashMap<>();
    private String watched = "";
    private Reads reads = Reads.NONE;
    private Instant newest = Instant.EPOCH;
    private String written = "";
    private @Nullable LocalDate forgotten;
    private @Nullable LocalDate loaded;
    private RuleCounts history = new RuleCounts();
    private volatile @Nullable Told told;
    private long beat = System.nanoTime();

    /**
     * What decides for the whole house, as far as this node knows.
     *
     * @param revision of its publication; partitions with a lower one have yet to hear of it
     */
    public record InForce(Edition edition, long revision) {}

    private record Told(LocalDate today, String edition, long known, List<RuleStanding> rules) {}

    /**
     * A watch over the rules of what is in force.
     *
     * @param clock the house's; may lag behind what is decided
     */
    public RuleWatch(RuleDays days, Supplier<InForce> inForce, Supplier<Instant> clock) {
        this.days = days;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** A commit that was written. One of an edition that is tried on a partition counts for nothing. */
    public void committed(Commit commit) {
        Event event = commit.entry().event();
        boolean activates = event.type().name().equals(ACTIVATED);
        if (commit.consulted().isEmpty() && commit.faults().isEmpty() && !activates) {
            return;
        }
        Instant at = commit.entry().at();
        LocalDate day = LocalDate.ofInstant(at, zone());
        synchronized (noting) {
            newest = at.isAfter(newest) ? at : newest;
            InForce now = follow();
            if (commit.partition().edition().equals(now.edition().hash())) {
                noted.count(commit, day, reads);
                noted.faults(commit);
                if (activates) {
                    activated.putIfAbsent(now.edition().hash(), day);
                }
            } else if (commit.partition().revision() < now.revision()) {
                // why: partitions hear of a publication one by one; what they decide until then was the house's, too.
                noted.count(commit, day, reads);
            }
        }
    }

    private InForce follow() {
        InForce now = inForce.get();
        if (!now.edition().hash().equals(watched)) {
            // why: a rule that was mended would be told to throw, for what it did before and nobody has kept.
            noted.forgetFaults();
            watched = now.edition().hash();
            reads = Reads.of(now.edition().rules());
        }
        return now;
    }

    private ZoneId zone() {
        return inForce.get().edition().settings().zone();
    }

    /** Keeps what was noted if that was some seconds ago, and looks at the rules if nobody else did for a minute. */
    public synchronized void beat() {
        if (System.nanoTime() - beat > OFTEN.toNanos()) {
            beat = System.nanoTime();
            keep();
            Told known = told;
            if (known == null || System.nanoTime() - known.known() > OLD.toNanos()) {
                rules();
            }
        }
    }

    /** Keeps what was noted; what cannot be kept now is kept later. */
    public synchronized void keep() {
        know();
        Noted taken = take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            days.add(taken);
        } catch (StoreDownException down) {
            giveBack(taken);
            throw down;
        }
    }

    private void know() {
        LocalDate today = today();
        if (today.isAfter(LocalDate.EPOCH)) {
            Edition now = inForce.get().edition();
            know(now, heard(now.hash(), today));
        }
        if (!today.equals(forgotten)) {
            days.forget(today.minusDays(KEPT));
            forgotten = today;
        }
    }

    /** When the log heard of it; today if that was before anybody watched, or while the database was away. */
    private LocalDate heard(String hash, LocalDate today) {
        synchronized (noting) {
            LocalDate heard = activated.getOrDefault(hash, today);
            activated.clear();
            return heard;
        }
    }

    private void know(Edition known, LocalDate since) {
        if (!written.equals(known.hash())) {
            Map<String, String> texts = new HashMap<>();
            known.rules().rules().forEach(rule -> texts.put(rule.name(), text(rule)));
            days.written(texts, since);
            written = known.hash();
        }
    }

    private static String text(RuleSummary rule) {
        return DigestUtils.sha256Hex(rule.event() + "\n" + String.join("\n", rule.conditions()));
    }

    private Noted take() {
        synchronized (noting) {
            follow();
            Noted taken = noted;
            noted = new Noted();
            return taken;
        }
    }

    private void giveBack(Noted taken) {
        synchronized (noting) {
            taken.add(noted);
            noted = taken;
        }
    }

    private LocalDate today() {
        Instant now = clock.get();
        synchronized (noting) {
            return LocalDate.ofInstant(now.isAfter(newest) ? now : newest, zone());
        }
    }

    @Override
    public synchronized List<RuleStanding> rules() {
        Edition now = inForce.get().edition();
        LocalDate today = today();
        Told known = told;
        if (known == null
                || !known.today().equals(today)
                || !known.edition().equals(now.hash())
                || System.nanoTime() - known.known() > FRESH.toNanos()) {
            keep();
            known = new Told(today, now.hash(), System.nanoTime(), look(now, today));
            told = known;
        }
        return known.rules();
    }

    @Override
    public Optional<List<RuleStanding>> last() {
        return Optional.ofNullable(told).map(Told::rules);
    }

    private List<RuleStanding> look(Edition now, LocalDate today) {
        LocalDate from = loaded == null ? today.minusDays(KEPT) : loaded.minusDays(1);
        history.replace(from, days.since(from));
        loaded = today;
        Kept kept = new Kept(days.written(), days.fired(), days.troubles());
        return now.rules().rules().stream()
                .map(rule -> standing(rule, kept, today))
                .sorted(ORDER)
                .toList();
    }

    private record Kept(
            Map<String, List<LocalDate>> written, Map<String, Sighting> fired, Map<String, RuleTrouble> troubles) {}

    private RuleStanding standing(RuleSummary rule, Kept kept, LocalDate today) {
        List<LocalDate> changes = kept.written().getOrDefault(rule.name(), List.of(today));
        // why: a rule that fires again is no longer silent, although the day is not over.
        LocalDate end = history.hasFired(today, rule.name()) ? today.plusDays(1) : today;
        LocalDate first = later(changes.get(0), later(history.first(today), today.minusDays(KEPT)));
        Diary diary = history.diary(rule, first, end).changedOn(changes.subList(1, changes.size()));
        Standing standing = RuleHealth.of(diary);
        RuleTrouble trouble = kept.troubles().get(rule.name());
        boolean troubled = trouble != null
                && !LocalDate.ofInstant(trouble.last().at(), zone()).isBefore(today.minusDays(LATELY));
        if (trouble != null && troubled) {
            standing = standing.with(trouble.limit() ? Kind.LIMITED : Kind.THROWING);
        }
        return new RuleStanding(
                rule,
                standing,
                new Diary(end.minusDays(diary.last(SHOWN).size()), diary.last(SHOWN), List.of()),
                kept.fired().get(rule.name()),
                troubled ? trouble : null);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Keeps what was noted last; what cannot be kept now is lost. */
    @Override
    public void close() {
        try {
            keep();
        } catch (StoreDownException down) {
            // why: a house whose database is away stops all the same.
            return;
        }
    }
}
