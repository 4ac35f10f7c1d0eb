package io.siyu.partition;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Recurrence;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Trigger;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an edition plans.
 *
 * @param listed campaigns whose every occurrence is written in them: cadences, and schedules of one round
 * @param recurring campaigns that come again and again
 */
record Planned(List<Campaign> listed, List<Campaign> recurring, ZoneId zone) {
    private static final Duration AHEAD = Duration.ofDays(40);
    private static final int MOST = 200;
    private static final Instant EVER = Instant.EPOCH;

    static Planned of(Edition edition) {
        Map<Boolean, List<Campaign>> campaigns =
                edition.campaigns().values().stream().collect(Collectors.partitioningBy(Planned::recurs));
        return new Planned(
                campaigns.getOrDefault(false, List.of()),
                campaigns.getOrDefault(true, List.of()),
                edition.settings().zone());
    }

    private static boolean recurs(Campaign campaign) {
        return campaign.trigger() instanceof Trigger.OnSchedule schedule
                && !(schedule.recurrence() instanceof Recurrence.Once);
    }

    /** Planned up to {@code now}: of the listed all, of the recurring those whose windows closed after {@code since}. */
    List<Occurrence> due(Instant since, Instant now) {
        Instant to = now.plusNanos(1);
        List<Occurrence> due = new ArrayList<>(Schedule.occurrences(listed, zone, EVER, to));
        due.addAll(Schedule.occurrences(recurring, zone, since, to));
        due.sort(Comparator.comparing(Occurrence::planned).thenComparing(Occurrence::id));
        return due;
    }

    /** The next {@value #MOST} within 40 days whose windows close after {@code since}. */
    List<Occurrence> coming(Instant since) {
        Instant to = since.plus(AHEAD);
        List<Occurrence> coming = new ArrayList<>();
        Iterator<Occurrence> all = all(since);
        while (all.hasNext() && coming.size() < MOST) {
            Occurrence next = all.next();
            if (!next.planned().isBefore(to)) {
                break;
            }
            coming.add(next);
        }
        return coming;
    }

    /** When the first occurrence after {@code now} is planned. */
    Instant next(Instant now) {
        Iterator<Occurrence> all = all(now);
        while (all.hasNext()) {
            Instant planned = all.next().planned();
            if (planned.isAfter(now)) {
                return planned;
            }
        }
        return Instant.MAX;
    }

    private Iterator<Occurrence> all(Instant since) {
        List<Campaign> campaigns = new ArrayList<>(listed);
        campaigns.addAll(recurring);
        return Schedule.from(campaigns, zone, since, Instant.MAX);
    }
}
