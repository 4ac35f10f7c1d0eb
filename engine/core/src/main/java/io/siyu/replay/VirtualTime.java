package io.siyu.replay;

import io.siyu.decision.Letter;
import io.siyu.event.Catalogue;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.partition.Editions;
import io.siyu.partition.OutOfOrderException;
import io.siyu.partition.StepScan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One virtual clock for all partitions of a house.
 *
 * <p>Lines arrive in order of time. Before a line of minute m+1 is settled, every partition finishes minute m: schedule
 * occurrences, ticks on a one-second grid and lines; letters written in minute m are delivered at the start of m+1, in
 * order of (writing partition, position, ordinal). So what happens does not depend on how many workers there are.
 */
public final class VirtualTime {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long NEVER = Long.MAX_VALUE;
    private static final Duration LONGEST_GAP = Duration.ofDays(400);
    private static final Duration LONGEST_END = Duration.ofDays(300);

    private final List<? extends Lane> lanes;
    private final MinuteRun crew;
    private final Editions editions;
    private final Calendar calendar = new Calendar();
    private final EventType tick;
    private final EventType scan;
    private final EventType activated;
    /** Per lane when it next ticks, in epoch milliseconds; {@link #NEVER} if it has no timer. */
    private final long[] ticks;

    private List<Letter> letters = new ArrayList<>();
    private Map<Integer, LaneMinute> minute = new TreeMap<>();
    private @Nullable Instant now;

    /** Drives these lanes, in partition order, one after the other. */
    public VirtualTime(List<? extends Lane> lanes, Editions editions, Catalogue catalogue) {
        this(lanes, (all, minute) -> minute.forEach((p, lane) -> lane.run(all.get(p))), editions, catalogue);
    }

    /** Drives these lanes, in partition order, with whoever runs the minutes. */
    VirtualTime(List<? extends Lane> lanes, MinuteRun crew, Editions editions, Catalogue catalogue) {
        this.lanes = lanes;
        this.crew = crew;
        this.editions = editions;
        this.tick = catalogue.require("tick");
        this.scan = catalogue.require("scan");
        this.activated = catalogue.require("edition.activated");
        this.ticks = new long[lanes.size()];
        for (int p = 0; p < ticks.length; p++) {
            ticks[p] = tickOf(lanes.get(p));
        }
    }

    /** The start of the minute that is being filled; null before the first line. */
    public @Nullable Instant now() {
        return now;
    }

    /** An edition is in force from the start, without a line that says so: its schedule counts from {@code at}. */
    public void inForce(String edition, Instant at) {
        reach(at);
        calendar.activate(editions.edition(edition), at);
        schedule();
    }

    /**
     * A line of the stream at {@code at}; it is decided when the next minute begins.
     *
     * <p>Control events (an edition's activation, a campaign's pause) go to every partition.
     *
     * @throws OutOfOrderException when it is of an earlier minute than the last; nothing has changed then
     */
    public void line(Instant at, Event event) {
        reach(at);
        if (event.type().name().equals(activated.name())) {
            toAll(at, event);
            calendar.activate(editions.edition(String.valueOf(event.value("edition"))), at);
            schedule();
        } else if (control(event)) {
            toAll(at, event);
        } else {
            lane(event.subject().partitionOf(lanes.size())).add(at, EntryKind.EVENT, event);
        }
    }

    /**
     * Plays on without further lines: letters, timers and schedules, before {@code until} or to the end. To the end means
     * that schedules without one begin no more rounds, and that nothing is played which is more than 300 days away, as
     * dates that come every year have no end.
     */
    public void drain(@Nullable Instant until) {
        run();
        Instant end = until;
        if (until == null && now != null) {
            calendar.endRounds(now.plus(MINUTE));
            end = now.plus(LONGEST_END);
        }
        for (Optional<Instant> next = next(); next.isPresent(); next = next()) {
            if (end != null && !next.get().isBefore(end)) {
                return;
            }
            open(next.get());
            run();
        }
    }

    private void reach(Instant at) {
        Instant wanted = at.truncatedTo(ChronoUnit.MINUTES);
        if (now == null) {
            now = wanted;
        }
        if (wanted.isBefore(now)) {
            throw new OutOfOrderException("The line at (" + at + ") is before the minute (" + now
                    + ") already played.\nMaybe the trace is not sorted by time.");
        }
        if (wanted.isAfter(now.plus(LONGEST_GAP))) {
            throw new OutOfOrderException("The line at (" + at + ") is more than 400 days after (" + now
                    + "), the one before it.\nMaybe its year is mistyped.");
        }
        if (wanted.equals(now)) {
            return;
        }
        calendar.goOn(now);
        run();
        for (Optional<Instant> next = next(); next.isPresent() && next.get().isBefore(wanted); next = next()) {
            open(next.get());
            run();
        }
        open(wanted);
    }

    /** The next minute in which something happens by itself. */
    private Optional<Instant> next() {
        long next = letters.isEmpty() || now == null ? NEVER : now.plus(MINUTE).toEpochMilli();
        for (long tick : ticks) {
            next = Math.min(next, tick);
        }
        next = Math.min(next, calendar.next().map(Instant::toEpochMilli).orElse(NEVER));
        if (next == NEVER) {
            return Optional.empty();
        }
        Instant found = Instant.ofEpochMilli(next).truncatedTo(ChronoUnit.MINUTES);
        return Optional.of(now != null && !found.isAfter(now) ? now.plus(MINUTE) : found);
    }

    private static long tickOf(Lane lane) {
        return lane.nextDue().map(due -> LaneMinute.gridded(due).toEpochMilli()).orElse(NEVER);
    }

    private void open(Instant start) {
        now = start;
        minute = new TreeMap<>();
        for (Letter letter : letters) {
            Event event = letter.event();
            lane(event.subject().partitionOf(lanes.size())).letter(start, event);
        }
        letters = new ArrayList<>();
        schedule();
    }

    /** Puts the occurrences of the minute being filled into every partition. */
    private void schedule() {
        Instant start = start();
        for (Calendar.Planned planned : calendar.takeBefore(start.plus(MINUTE))) {
            for (int p = 0; p < lanes.size(); p++) {
                lane(p).add(planned.at(), EntryKind.SCAN, StepScan.of(scan, planned.occurrence(), p));
            }
        }
    }

    private void toAll(Instant at, Event event) {
        for (int p = 0; p < lanes.size(); p++) {
            Event copy = new Event(
                    event.id(), event.source(), event.type(), Subject.partition(p), event.time(), event.data(), false);
            lane(p).add(at, EntryKind.CONTROL, copy);
        }
    }

    private static boolean control(Event event) {
        return switch (event.type().name()) {
            case "campaign.paused", "campaign.resumed", "campaign.ended" -> true;
            default -> event.subject().kind() == SubjectKind.PARTITION;
        };
    }

    private LaneMinute lane(int partition) {
        return minute.computeIfAbsent(partition, p -> new LaneMinute(start(), p, tick));
    }

    private Instant start() {
        if (now == null) {
            throw new IllegalStateException("Virtual time has not begun.");
        }
        return now;
    }

    private void run() {
        if (now == null) {
            return;
        }
        long end = now.plus(MINUTE).toEpochMilli();
        for (int p = 0; p < ticks.length; p++) {
            if (ticks[p] < end) {
                lane(p);
            }
        }
        crew.run(lanes, minute);
        for (int partition : minute.keySet()) {
            letters.addAll(lanes.get(partition).takeLetters());
            ticks[partition] = tickOf(lanes.get(partition));
        }
        minute = new TreeMap<>();
    }
}
