package io.siyu.web.live;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Step;
import io.siyu.campaign.Trigger;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Lays the cadences of an edition out over their days. */
public final class Rulers {

    private Rulers() {}

    /**
     * One ruler for each cadence, the earliest start first.
     *
     * @param steps decisions counted by {@code campaign/step/verdict}
     * @param language of the campaigns' names
     */
    public static List<Ruler> of(Edition edition, Map<String, Long> steps, Instant now, String language) {
        LocalDate today = now.atZone(edition.settings().zone()).toLocalDate();
        return edition.campaigns().values().stream()
                .filter(campaign -> campaign.trigger() instanceof Trigger.OnCadence)
                .sorted(Comparator.comparing(campaign -> ((Trigger.OnCadence) campaign.trigger()).start()))
                .map(campaign -> new Ruler(campaign.id(), campaign.name().in(language), days(campaign, steps, today)))
                .toList();
    }

    private static List<Ruler.Day> days(Campaign campaign, Map<String, Long> steps, LocalDate today) {
        Trigger.OnCadence cadence = (Trigger.OnCadence) campaign.trigger();
        Map<Integer, List<Ruler.Mark>> marks = marks(campaign, steps);
        return IntStream.rangeClosed(1, cadence.days())
                .mapToObj(number -> {
                    LocalDate date = cadence.start().plusDays(number - 1L);
                    return new Ruler.Day(number, date, when(date, today), marks.getOrDefault(number, List.of()));
                })
                .toList();
    }

    private static Map<Integer, List<Ruler.Mark>> marks(Campaign campaign, Map<String, Long> steps) {
        Map<Integer, List<Ruler.Mark>> marks = new TreeMap<>();
        for (Step step : campaign.steps()) {
            if (step instanceof Step.Act act && act.moment() != null) {
                Moment moment = act.moment();
                marks.computeIfAbsent(moment.day(), day -> new ArrayList<>())
                        .add(new Ruler.Mark(
                                act.id(),
                                moment.at(),
                                !act.audience().kind().equals(Audience.MEMBERS.kind()),
                                steps.getOrDefault(campaign.id() + "/" + act.id() + "/send", 0L)));
            }
        }
        return marks;
    }

    private static Ruler.When when(LocalDate date, LocalDate today) {
        if (date.equals(today)) {
            return Ruler.When.TODAY;
        }
        return date.isBefore(today) ? Ruler.When.PAST : Ruler.When.AHEAD;
    }
}
