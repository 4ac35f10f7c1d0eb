package io.siyu.partition;

import io.siyu.campaign.Occurrence;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.partition.Occasion.Reason;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The planned moments of the edition in force, held against the house's time. What is due begins: a scan enters every
 * partition, and nothing is sent from here. Asking twice is harmless. Safe for many threads.
 */
public final class Agenda {
    /** Real time within which a step still counts as begun in its window, however fast the house's time runs. */
    static final Duration ON_TIME = Duration.ofSeconds(20);
    /** Real time after which a step that is due and has not begun is a fault of the house. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final House house;
    private final Supplier<Edition> inForce;
    private final OccasionBook book;
    private final Set<String> missed = new HashSet<>();
    private Look last = Look.NONE;
    private @Nullable Instant downSince;
    private @Nullable Watch watch;

    /**
     * What an agenda works with.
     *
     * @param owned whether this node owns the house; the agenda of one that stands by begins and notes nothing
     */
    public record House(PartitionLog log, HouseTime time, int partitions, BooleanSupplier owned) {

        /** Of a house with one node. */
        public House(PartitionLog log, HouseTime time, int partitions) {
            this(log, time, partitions, () -> true);
        }
    }

    /** Since when overdue steps are watched for, under which clock and edition. */
    private record Watch(Instant since, long clock, String edition) {}

    /** The last look at the agenda: until {@code quiet} another one finds nothing, unless edition or clock change. */
    private record Look(String edition, long clock, Instant at, Instant quiet) {
        static final Look NONE = new Look("", -1, Instant.MAX, Instant.MIN);

        boolean isEnough(Edition edition, HouseClock clock, Instant now) {
            return edition.hash().equals(this.edition)
                    && clock.version() == this.clock
                    && !now.isBefore(at)
                    && now.isBefore(quiet);
        }
    }

    /** @param inForce the edition that plans */
    public Agenda(House house, Supplier<Edition> inForce, Occasions occasions) {
        this.house = house;
        this.inForce = inForce;
        this.book = new OccasionBook(occasions);
    }

    /** The occurrences that have not begun and still may, by planned instant; of what never ends the next few. */
    public synchronized List<Occurrence> coming() {
        HouseClock clock = house.time().clock();
        Instant now = house.time().now();
        Set<String> begun = book.begun();
        return Planned.of(inForce.get()).coming(now.minus(clock.spanOf(ON_TIME))).stream()
                .filter(o -> !begun.contains(o.id()) && closing(o, clock).isAfter(now))
                .toList();
    }

    /**
     * Begins what is due and notes what was missed, if this node owns the house.
     *
     * @return what began now
     * @throws StoreDownException when the log does not answer; the next call goes on
     */
    public synchronized List<Occurrence> keep() {
        book.write();
        if (!house.owned().getAsBoolean()) {
            forget();
            return List.of();
        }
        Edition edition = inForce.get();
        HouseClock clock = house.time().clock();
        Instant now = house.time().now();
        List<Occurrence> began = List.of();
        if (!last.isEnough(edition, clock, now)) {
            try {
                began = look(edition, clock, now);
                downSince = null;
            } catch (StoreDownException down) {
                downSince = downSince == null ? now : downSince;
                throw down;
            }
        }
        book.kept(now, clock);
        return began;
    }

    /**
     * The occurrences that are due for more than a minute of real time, have not begun and are not noted as missed; a
     * house that works has none, and a node that stands by tells none. The minute begins again with every edition and
     * every change of the clock.
     */
    public synchronized List<Occurrence> overdue() {
        if (!house.owned().getAsBoolean()) {
            watch = null;
            return List.of();
        }
        HouseClock clock = house.time().clock();
        Instant now = house.time().now();
        String edition = inForce.get().hash();
        if (watch == null
                || watch.clock() != clock.version()
                || !watch.edition().equals(edition)) {
            watch = new Watch(now, clock.version(), edition);
        }
        Instant late = now.minus(clock.spanOf(PATIENCE));
        if (watch.since().isAfter(late)) {
            return List.of();
        }
        Set<String> begun = book.begun();
        Instant since = book.kept().orElse(watch.since()).minus(clock.spanOf(ON_TIME));
        return Planned.of(inForce.get()).due(since, late).stream()
                .filter(o -> !begun.contains(o.id()) && !missed.contains(noted(o)))
                .toList();
    }

    /** why: until this node owns the house again, another one writes the book. */
    private void forget() {
        book.forget();
        missed.clear();
        last = Look.NONE;
        downSince = null;
    }

    private static String noted(Occurrence occurrence) {
        return occurrence.id() + "@" + occurrence.planned();
    }

    private List<Occurrence> look(Edition edition, HouseClock clock, Instant now) {
        Planned planned = Planned.of(edition);
        Instant since = book.kept().orElse(now);
        List<Occurrence> began = new ArrayList<>();
        for (Occurrence occurrence : planned.due(since.minus(clock.spanOf(ON_TIME)), now)) {
            if (book.begun().contains(occurrence.id())) {
                continue;
            }
            Instant closing = closing(occurrence, clock);
            if (closing.isAfter(now)) {
                begin(occurrence, now);
                began.add(occurrence);
            } else if (missed.add(noted(occurrence))) {
                book.note(Occasion.missed(occurrence, now, reason(closing, since)));
            }
        }
        Instant quiet = book.isRead() ? planned.next(now) : now;
        last = new Look(edition.hash(), clock.version(), now, quiet);
        return began;
    }

    private Reason reason(Instant closing, Instant since) {
        if (!closing.isAfter(since)) {
            return Reason.PUBLISHED_LATE;
        }
        return downSince != null && downSince.isBefore(closing) ? Reason.LOG_DOWN : Reason.NOT_RUNNING;
    }

    private static Instant closing(Occurrence occurrence, HouseClock clock) {
        Instant onTime = occurrence.planned().plus(clock.spanOf(ON_TIME));
        return occurrence.closes().isAfter(onTime) ? occurrence.closes() : onTime;
    }

    private void begin(Occurrence occurrence, Instant now) {
        EventType scan = inForce.get().catalogue().require("scan");
        List<Event> scans = IntStream.range(0, house.partitions())
                .mapToObj(p -> StepScan.of(scan, occurrence, p))
                .toList();
        house.log().appendAll(EntryKind.SCAN, scans);
        book.note(Occasion.begun(occurrence, now));
    }
}
