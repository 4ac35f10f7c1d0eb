package io.siyu.report.calendar;

import io.siyu.campaign.Cap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts planned messages against caps, as one member could get them. */
final class Pressures {
    private static final Comparator<Pressure> FULLEST = Comparator.comparingInt(
                    (Pressure pressure) -> pressure.planned() - pressure.max())
            .reversed()
            .thenComparing(Pressure::campaign)
            .thenComparing(Pressure::cap);

    private final Map<LocalDate, List<Pressure>> byDay = new TreeMap<>();

    /**
     * A cap.
     *
     * @param campaign whose messages alone it counts; empty for those of all
     */
    record Limit(Cap cap, String campaign) {

        boolean counts(PlannedStep step) {
            boolean meant = campaign.isEmpty() || campaign.equals(step.campaign());
            return meant && step.reachesMembers() && cap.covers(step.purpose(), step.channel());
        }
    }

    /** @param steps in the order planned */
    Pressures(List<PlannedStep> steps, List<Limit> limits, ZoneId zone) {
        for (Limit limit : limits) {
            fullest(steps, limit, zone)
                    .forEach((day, planned) -> byDay.computeIfAbsent(day, date -> new ArrayList<>())
                            .add(new Pressure(
                                    limit.cap().toString(),
                                    limit.campaign(),
                                    planned,
                                    limit.cap().max())));
        }
        byDay.values().forEach(pressures -> pressures.sort(FULLEST));
    }

    List<Pressure> on(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** The most messages within the cap's time that end on each day. */
    private static Map<LocalDate, Integer> fullest(List<PlannedStep> steps, Limit limit, ZoneId zone) {
        Map<LocalDate, Integer> fullest = new TreeMap<>();
        Deque<Instant> within = new ArrayDeque<>();
        for (PlannedStep step : steps) {
            if (limit.counts(step)) {
                within.add(step.at());
                while (!within.getFirst().isAfter(limit.cap().after(step.at(), zone))) {
                    within.removeFirst();
                }
                fullest.merge(CampaignCalendar.day(step, zone), within.size(), Math::max);
            }
        }
        return fullest;
    }
}
