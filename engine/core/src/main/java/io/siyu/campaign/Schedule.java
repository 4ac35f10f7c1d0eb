package io.siyu.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** The calendar of campaigns: which steps are planned when. Live scheduling, replay and rehearsal all ask here. */
public final class Schedule {
    private static final Comparator<Occurrence> ORDER =
            Comparator.comparing(Occurrence::planned).thenComparing(Occurrence::id);

    private Schedule() {}

    /**
     * The occurrences whose windows close after {@code from} and that are planned before {@code to}, by planned instant.
     *
     * <p>Where members go by their own clocks, a window opens with the first clock on Earth and closes with the last.
     *
     * @param zone the retailer's, in which all other local times are; a local time skipped by a clock change moves to
     *     the first that exists, and of a doubled one the earlier counts
     */
    public static List<Occurrence> occurrences(Iterable<Campaign> campaigns, ZoneId zone, Instant from, Instant to) {
        List<Occurrence> found = new ArrayList<>();
        Iterator<Occurrence> all = from(campaigns, zone, from, to);
        while (all.hasNext()) {
            Occurrence next = all.next();
            if (!next.planned().isBefore(to)) {
                break;
            }
            found.add(next);
        }
        return List.copyOf(found);
    }

    /**
     * The same without an end, worked out one by one: a schedule may go on for ever.
     *
     * @param endless a schedule without an end begins no round at or after it
     */
    public static Iterator<Occurrence> from(Iterable<Campaign> campaigns, ZoneId zone, Instant from, Instant endless) {
        Merged merged = new Merged();
        for (Campaign campaign : campaigns) {
            if (campaign.trigger() instanceof Trigger.OnCadence cadence) {
                cadence(campaign, cadence, zone).stream()
                        .filter(occurrence -> occurrence.closes().isAfter(from))
                        .forEach(occurrence -> merged.add(List.of(occurrence).iterator()));
            } else if (campaign.trigger() instanceof Trigger.OnSchedule schedule) {
                steps(campaign, schedule, zone).forEach(step -> merged.add(step.within(from, endless)));
            }
        }
        return merged;
    }

    /** The first moment at or after {@code from} at which clocks of a zone show this time. */
    public static Instant next(LocalTime time, Instant from, ZoneId zone) {
        LocalDate day = from.atZone(zone).toLocalDate();
        Instant today = lived(day.atTime(time), zone);
        return today.isBefore(from) ? lived(day.plusDays(1).atTime(time), zone) : today;
    }

    /** The instant at which people of a zone live a local time, or would have if their clocks had not changed. */
    public static Instant lived(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /** When clocks of a zone show that a step is due in a round; empty if no such round has it. */
    public static Optional<Instant> due(Campaign campaign, String step, String round, ZoneId zone) {
        try {
            if (campaign.trigger() instanceof Trigger.OnSchedule) {
                Instant begins = lived(LocalDateTime.parse(round), zone);
                return waited(campaign, step).map(begins::plus);
            }
            LocalDate start = LocalDate.parse(round);
            return campaign.act(step).map(Step.Act::moment).map(moment -> lived(moment.in(start), zone));
        } catch (DateTimeParseException other) {
            return Optional.empty(); // why: it began the round of another kind of trigger
        }
    }

    private static Optional<Duration> waited(Campaign campaign, String id) {
        Duration waited = Duration.ZERO;
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Wait wait) {
                waited = waited.plus(wait.duration());
            } else if (step instanceof Step.Act act && act.id().equals(id)) {
                return Optional.of(waited);
            }
        }
        return Optional.empty();
    }

    private static List<Occurrence> cadence(Campaign campaign, Trigger.OnCadence cadence, ZoneId zone) {
        String round = cadence.start().toString();
        List<Occurrence> all = new ArrayList<>();
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Act act && act.moment() != null) {
                Moment moment = Objects.requireNonNull(act.moment());
                LocalDateTime local = moment.in(cadence.start());
                Clocks clocks = Clocks.of(campaign, act, zone);
                Instant planned = lived(local, clocks.first());
                Instant closes = lived(local, clocks.last()).plus(moment.window());
                all.add(new Occurrence(campaign.id(), act.id(), round, planned, closes, act.audience()));
            }
        }
        return all;
    }

    private static List<Planned> steps(Campaign campaign, Trigger.OnSchedule schedule, ZoneId zone) {
        List<Planned> steps = new ArrayList<>();
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Act act) {
                Duration waited = waited(campaign, act.id()).orElseThrow();
                steps.add(new Planned(campaign.id(), act, schedule, waited, Clocks.of(campaign, act, zone)));
            }
        }
        return steps;
    }

    /** The clock on which a local time of a step comes first, and the one on which it comes last. */
    private record Clocks(ZoneId first, ZoneId last) {
        private static final Clocks EARTH = new Clocks(ZoneOffset.ofHours(14), ZoneOffset.ofHours(-12));

        static Clocks of(Campaign campaign, Step.Act act, ZoneId house) {
            return campaign.isOnMembersClock(act.id()) ? EARTH : new Clocks(house, house);
        }
    }

    /** One step of a scheduled campaign, due so long after each round begins. */
    private record Planned(String campaign, Step.Act act, Trigger.OnSchedule schedule, Duration waited, Clocks clocks) {

        Iterator<Occurrence> within(Instant from, Instant endless) {
            // why: a day more, as local times near a clock change are not in the order of their instants.
            Instant earliest = from.minus(schedule.window()).minus(waited).minus(Duration.ofDays(1));
            Iterator<LocalDateTime> rounds =
                    schedule.recurrence().from(earliest.atZone(clocks.last()).toLocalDateTime());
            boolean bounded = schedule.recurrence().until().isPresent();
            return new Rounds(this, rounds, from, bounded ? Instant.MAX : endless);
        }

        Occurrence in(Instant begins) {
            LocalDateTime round = begins.atZone(clocks.first()).toLocalDateTime();
            Instant planned = begins.plus(waited);
            Instant last = clocks.first().equals(clocks.last()) ? begins : lived(round, clocks.last());
            Instant closes = last.plus(waited).plus(schedule.window());
            return new Occurrence(campaign, act.id(), round.toString(), planned, closes, act.audience());
        }
    }

    /** The occurrences of one step; rounds that a clock change moved onto each other are one. */
    private static final class Rounds implements Iterator<Occurrence> {
        private final Planned step;
        private final Iterator<LocalDateTime> rounds;
        private final Instant from;
        private final Instant end;
        private Optional<Occurrence> next = Optional.empty();
        private Instant last = Instant.MIN;

        Rounds(Planned step, Iterator<LocalDateTime> rounds, Instant from, Instant end) {
            this.step = step;
            this.rounds = rounds;
            this.from = from;
            this.end = end;
            advance();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public Occurrence next() {
            Occurrence found = next.orElseThrow(NoSuchElementException::new);
            advance();
            return found;
        }

        private void advance() {
            next = Optional.empty();
            while (next.isEmpty() && rounds.hasNext()) {
                Instant begins = lived(rounds.next(), step.clocks().first());
                if (!begins.isBefore(end)) {
                    return;
                }
                if (begins.isAfter(last)) {
                    last = begins;
                    next = Optional.of(step.in(begins))
                            .filter(occurrence -> occurrence.closes().isAfter(from));
                }
            }
        }
    }

    /** Many calendars as one, in order. */
    private static final class Merged implements Iterator<Occurrence> {
        private final Queue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::first, ORDER));

        /** The first occurrence of a calendar, and the others. */
        private record Head(Occurrence first, Iterator<Occurrence> others) {}

        void add(Iterator<Occurrence> calendar) {
            if (calendar.hasNext()) {
                heads.add(new Head(calendar.next(), calendar));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Occurrence next() {
            Head head = heads.remove();
            add(head.others());
            return head.first();
        }
    }
}
