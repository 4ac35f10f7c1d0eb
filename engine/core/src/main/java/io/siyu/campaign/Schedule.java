package io.siyu.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
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
     * @param zone the zone local times are in; a local time skipped by a clock change moves to the first that exists, and
     *     of a doubled one the earlier counts
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

    private static List<Occurrence> cadence(Campaign campaign, Trigger.OnCadence cadence, ZoneId zone) {
        String round = cadence.start().toString();
        List<Occurrence> all = new ArrayList<>();
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Act act && act.moment() != null) {
                Moment moment = Objects.requireNonNull(act.moment());
                Instant planned =
                        lived(cadence.start().plusDays(moment.day() - 1L).atTime(moment.at()), zone);
                Instant closes = planned.plus(moment.window());
                all.add(new Occurrence(campaign.id(), act.id(), round, planned, closes, act.audience()));
            }
        }
        return all;
    }

    private static List<Planned> steps(Campaign campaign, Trigger.OnSchedule schedule, ZoneId zone) {
        List<Planned> steps = new ArrayList<>();
        Duration waited = Duration.ZERO;
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Wait wait) {
                waited = waited.plus(wait.duration());
            } else if (step instanceof Step.Act act) {
                steps.add(new Planned(campaign.id(), act, schedule, waited, zone));
            }
        }
        return steps;
    }

    /** One step of a scheduled campaign, due so long after each round begins. */
    private record Planned(String campaign, Step.Act act, Trigger.OnSchedule schedule, Duration waited, ZoneId zone) {

        Iterator<Occurrence> within(Instant from, Instant endless) {
            // why: a day more, as local times near a clock change are not in the order of their instants.
            Instant earliest = from.minus(schedule.window()).minus(waited).minus(Duration.ofDays(1));
            Iterator<LocalDateTime> rounds =
                    schedule.recurrence().from(earliest.atZone(zone).toLocalDateTime());
            boolean bounded = schedule.recurrence().until().isPresent();
            return new Rounds(this, rounds, from, bounded ? Instant.MAX : endless);
        }

        Occurrence in(Instant begins) {
            String round = begins.atZone(zone).toLocalDateTime().toString();
            Instant planned = begins.plus(waited);
            return new Occurrence(campaign, act.id(), round, planned, planned.plus(schedule.window()), act.audience());
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
                Instant begins = lived(rounds.next(), step.zone());
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
