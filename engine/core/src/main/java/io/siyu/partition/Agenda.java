package io.siyu.partition;

import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.partition.Occasion.Fate;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final Occasions occasions;
    private final Deque<Occasion> unwritten = new ArrayDeque<>();
    private final Set<String> missed = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private boolean read;
    private @Nullable Watch watch;

    /** What an agenda works with. */
    public record House(PartitionLog log, HouseTime time, int partitions) {}

    /** Since when overdue steps are watched for, under which clock and edition. */
    private record Watch(Instant since, long clock, String edition) {}

    /** @param inForce the edition that plans */
    public Agenda(House house, Supplier<Edition> inForce, Occasions occasions) {
        this.house = house;
        this.inForce = inForce;
        this.occasions = occasions;
    }

    /** The occurrences that have not begun and still may, by planned instant. */
    public synchronized List<Occurrence> coming() {
        HouseClock clock = house.time().clock();
        Instant now = house.time().now();
        return open().stream().filter(o -> last(o, clock).isAfter(now)).toList();
    }

    /**
     * Begins what is due and notes what was missed.
     *
     * @return what began now
     * @throws StoreDownException when the log does not answer; the next call goes on
     */
    public synchronized List<Occurrence> keep() {
        write();
        HouseClock clock = house.time().clock();
        Instant now = house.time().now();
        List<Occurrence> began = new ArrayList<>();
        for (Occurrence occurrence : open()) {
            if (occurrence.planned().isAfter(now)) {
                break;
            }
            if (last(occurrence, clock).isAfter(now)) {
                begin(occurrence, now);
                began.add(occurrence);
            } else if (missed.add(noted(occurrence))) {
                note(new Occasion(occurrence, Fate.MISSED, now));
            }
        }
        return began;
    }

    /**
     * The occurrences that are due for more than a minute of real time, have not begun and are not noted as missed; a
     * house that works has none. The minute begins again with every edition and every change of the clock.
     */
    public synchronized List<Occurrence> overdue() {
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
        return open().stream()
                .filter(o -> !o.planned().isAfter(late) && !missed.contains(noted(o)))
                .toList();
    }

    private static String noted(Occurrence occurrence) {
        return occurrence.id() + "@" + occurrence.planned();
    }

    private static Instant last(Occurrence occurrence, HouseClock clock) {
        Instant onTime = occurrence.planned().plus(clock.spanOf(ON_TIME));
        return occurrence.closes().isAfter(onTime) ? occurrence.closes() : onTime;
    }

    private List<Occurrence> open() {
        Edition edition = inForce.get();
        Set<String> known = begun();
        return Schedule.occurrences(
                        edition.campaigns().values(), edition.settings().zone())
                .stream()
                .filter(o -> !known.contains(o.id()))
                .toList();
    }

    private void begin(Occurrence occurrence, Instant now) {
        EventType scan = inForce.get().catalogue().require("scan");
        List<Event> scans = IntStream.range(0, house.partitions())
                .mapToObj(p -> StepScan.of(scan, occurrence, p))
                .toList();
        house.log().appendAll(EntryKind.SCAN, scans);
        begun.add(occurrence.id());
        note(new Occasion(occurrence, Fate.BEGUN, now));
    }

    private Set<String> begun() {
        if (!read) {
            try {
                begun.addAll(occasions.begun());
                read = true;
            } catch (StoreDownException away) {
                // why: beginning twice is harmless; beginning too late because the book is away is not.
                return begun;
            }
        }
        return begun;
    }

    private void note(Occasion occasion) {
        unwritten.add(occasion);
        write();
    }

    /** Writes what could not be written while the book was away; deciding does not wait for it. */
    private void write() {
        try {
            for (Occasion next = unwritten.peek(); next != null; next = unwritten.peek()) {
                occasions.note(next);
                unwritten.remove();
            }
        } catch (StoreDownException later) {
            return;
        }
    }
}
