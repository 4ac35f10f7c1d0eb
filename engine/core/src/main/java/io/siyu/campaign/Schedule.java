package io.siyu.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The calendar of campaigns: which steps are planned when. Live scheduling, replay and rehearsal all ask here. */
public final class Schedule {
    private static final Comparator<Occurrence> ORDER =
            Comparator.comparing(Occurrence::planned).thenComparing(Occurrence::id);

    private Schedule() {}

    /**
     * Every occurrence of the campaigns, by planned instant.
     *
     * @param zone the zone local times are in; a local time skipped by a clock change moves to the first that exists
     */
    public static List<Occurrence> occurrences(Iterable<Campaign> campaigns, ZoneId zone) {
        List<Occurrence> all = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            if (campaign.trigger() instanceof Trigger.OnCadence cadence) {
                for (Step step : campaign.steps()) {
                    if (step instanceof Step.Act act && act.moment() != null) {
                        all.add(occurrence(campaign.id(), cadence.start(), act, zone));
                    }
                }
            }
        }
        all.sort(ORDER);
        return List.copyOf(all);
    }

    private static Occurrence occurrence(String campaign, LocalDate start, Step.Act act, ZoneId zone) {
        Moment moment = Objects.requireNonNull(act.moment());
        Instant planned = ZonedDateTime.of(start.plusDays(moment.day() - 1L), moment.at(), zone)
                .toInstant();
        return new Occurrence(campaign, act.id(), start, planned, planned.plus(moment.window()), act.audience());
    }
}
