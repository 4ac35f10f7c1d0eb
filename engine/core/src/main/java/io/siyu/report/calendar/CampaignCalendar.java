package io.siyu.report.calendar;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Template;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The planned campaigns of an edition over some days.
 *
 * @param days one for each, in order
 * @param overlaps pairs of campaigns that meet in these days
 * @param byEvents campaigns that no calendar plans, since they follow what members do
 * @param byMembersClock campaigns whose members get them at these hours by their own clocks
 * @param cut whether so much is planned that the end is left out
 */
public record CampaignCalendar(
        List<Day> days, List<Overlap> overlaps, List<String> byEvents, List<String> byMembersClock, boolean cut) {
    /** The most days of one calendar. */
    public static final int MOST_DAYS = 92;

    private static final Duration LONGEST_CAP = Duration.ofDays(31);
    private static final int MOST_STEPS = 20_000;

    public CampaignCalendar {
        days = List.copyOf(days);
        overlaps = List.copyOf(overlaps);
        byEvents = List.copyOf(byEvents);
        byMembersClock = List.copyOf(byMembersClock);
    }

    /**
     * One day in the retailer's zone.
     *
     * @param steps by time
     * @param pressures caps that a planned message counts for, the fullest first
     */
    public record Day(LocalDate date, List<PlannedStep> steps, List<Pressure> pressures) {
        public Day {
            steps = List.copyOf(steps);
            pressures = List.copyOf(pressures);
        }

        /** Whether a cap would drop messages. */
        public boolean isOver() {
            return pressures.stream().anyMatch(Pressure::isOver);
        }
    }

    /** The calendar of an edition from a day on. */
    public static CampaignCalendar of(Edition edition, LocalDate from, int length) {
        if (length < 1 || length > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "A calendar shows 1 to " + MOST_DAYS + " days, not " + length + ".\nMaybe 28.");
        }
        ZoneId zone = edition.settings().zone();
        Instant begin = from.atStartOfDay(zone).toInstant();
        Instant end = from.plusDays(length).atStartOfDay(zone).toInstant();
        List<PlannedStep> steps = steps(edition, begin.minus(LONGEST_CAP), end);
        List<PlannedStep> shown =
                steps.stream().filter(step -> !step.at().isBefore(begin)).toList();
        Pressures pressures = new Pressures(steps, caps(edition), zone);
        Map<LocalDate, List<PlannedStep>> byDay = new TreeMap<>();
        shown.forEach(step -> byDay.computeIfAbsent(day(step, zone), date -> new ArrayList<>())
                .add(step));
        List<Day> days = IntStream.range(0, length)
                .mapToObj(from::plusDays)
                .map(date -> new Day(date, byDay.getOrDefault(date, List.of()), pressures.on(date)))
                .toList();
        List<String> byEvents = ids(edition, campaign -> !campaign.trigger().isPlanned());
        List<String> byMembersClock =
                ids(edition, campaign -> campaign.trigger().clock() == LocalClock.MEMBER);
        return new CampaignCalendar(
                days, Meetings.of(edition, shown), byEvents, byMembersClock, steps.size() >= MOST_STEPS);
    }

    static LocalDate day(PlannedStep step, ZoneId zone) {
        return step.at().atZone(zone).toLocalDate();
    }

    private static List<PlannedStep> steps(Edition edition, Instant from, Instant to) {
        List<Campaign> campaigns = edition.campaigns().values().stream()
                .map(Campaign::onRetailersClock)
                .toList();
        Iterator<Occurrence> all = Schedule.from(campaigns, edition.settings().zone(), from, to);
        List<PlannedStep> steps = new ArrayList<>();
        while (all.hasNext() && steps.size() < MOST_STEPS) {
            Occurrence next = all.next();
            if (!next.planned().isBefore(to)) {
                break;
            }
            steps.add(step(edition, next));
        }
        return steps;
    }

    private static PlannedStep step(Edition edition, Occurrence one) {
        Campaign campaign = edition.campaigns().get(one.campaign());
        if (campaign == null) {
            throw new IllegalArgumentException("The campaign (" + one.campaign() + ") is not in the edition.");
        }
        Template template = edition.templates().get(one.campaign() + "/" + one.step());
        return new PlannedStep(
                one.campaign(),
                one.step(),
                one.planned(),
                one.closes(),
                template == null ? "" : template.channel(),
                audience(one.audience()),
                campaign.purpose());
    }

    private static String audience(Audience audience) {
        String type = audience.communityType();
        return audience.kind().equals(Audience.MEMBERS.kind())
                ? PlannedStep.MEMBERS
                : type == null ? "communities" : type;
    }

    private static List<Pressures.Limit> caps(Edition edition) {
        List<Pressures.Limit> limits = new ArrayList<>();
        for (Cap cap : edition.settings().caps()) {
            limits.add(new Pressures.Limit(cap, ""));
        }
        edition.campaigns()
                .values()
                .forEach(campaign ->
                        campaign.caps().forEach(cap -> limits.add(new Pressures.Limit(cap, campaign.id()))));
        return limits;
    }

    private static List<String> ids(Edition edition, Predicate<Campaign> those) {
        return edition.campaigns().values().stream()
                .filter(those)
                .map(Campaign::id)
                .toList();
    }
}
