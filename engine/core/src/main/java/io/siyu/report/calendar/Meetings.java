package io.siyu.report.calendar;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Whom;
import io.siyu.report.calendar.Overlap.Share;
import io.siyu.rule.Edition;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds campaigns that meet. */
final class Meetings {
    private static final String EVERY_COMMUNITY = "communities";

    private Meetings() {}

    /** When, to whom and how one campaign speaks in the days looked at. */
    private record Plan(Campaign campaign, TreeSet<LocalDate> days, Set<String> audiences, Set<String> channels) {

        static Plan of(Campaign campaign) {
            return new Plan(campaign, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }

        Set<String> audiencesWith(Plan other) {
            Set<String> both = new TreeSet<>(audiences);
            both.removeIf(audience -> !other.speaksTo(audience));
            other.audiences.stream().filter(this::speaksTo).forEach(both::add);
            return both;
        }

        private boolean speaksTo(String audience) {
            boolean community = !audience.equals(PlannedStep.MEMBERS);
            return audiences.contains(audience) || (community && audiences.contains(EVERY_COMMUNITY));
        }
    }

    static List<Overlap> of(Edition edition, List<PlannedStep> steps) {
        ZoneId zone = edition.settings().zone();
        Map<String, Plan> plans = new TreeMap<>();
        for (PlannedStep step : steps) {
            Campaign campaign = edition.campaigns().get(step.campaign());
            if (campaign != null) {
                Plan plan = plans.computeIfAbsent(step.campaign(), id -> Plan.of(campaign));
                plan.days().add(CampaignCalendar.day(step, zone));
                plan.audiences().add(step.audience());
                if (!step.channel().isEmpty()) {
                    plan.channels().add(step.channel());
                }
            }
        }
        List<Plan> all = List.copyOf(plans.values());
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (Plan other : all.subList(i + 1, all.size())) {
                meet(all.get(i), other).ifPresent(overlaps::add);
            }
        }
        return overlaps;
    }

    private static Optional<Overlap> meet(Plan one, Plan other) {
        LocalDate from = later(one.days().first(), other.days().first());
        LocalDate until = later(from, earlier(one.days().last(), other.days().last()));
        boolean apart = one.days().last().isBefore(from) || other.days().last().isBefore(from);
        Set<String> audiences = one.audiencesWith(other);
        if (apart || audiences.isEmpty()) {
            return Optional.empty();
        }
        Set<LocalDate> both = new TreeSet<>(one.days());
        both.retainAll(other.days());
        Set<String> channels = new TreeSet<>(one.channels());
        channels.retainAll(other.channels());
        return Optional.of(new Overlap(
                one.campaign().id(),
                other.campaign().id(),
                from,
                until,
                both.size(),
                share(one.campaign(), other.campaign()),
                audiences,
                channels));
    }

    private static Share share(Campaign one, Campaign other) {
        Set<String> asked = asked(one);
        Set<String> askedToo = asked(other);
        if (asked.equals(askedToo)) {
            return Share.SAME;
        }
        return asked.isEmpty() || askedToo.isEmpty() ? Share.WITHIN : Share.SOME;
    }

    private static Set<String> asked(Campaign campaign) {
        Set<String> asked = new HashSet<>();
        for (Condition condition : campaign.trigger().when()) {
            asked.add(condition.text());
        }
        Whom audience = campaign.audience();
        if (audience != null && !audience.equals(Whom.EVERYBODY)) {
            asked.add("audience " + words(audience));
        }
        return asked;
    }

    private static String words(Whom whom) {
        if (whom instanceof Whom.All all) {
            return "all " + all.parts().stream().map(Meetings::words).toList();
        }
        if (whom instanceof Whom.Any any) {
            return "any " + any.parts().stream().map(Meetings::words).toList();
        }
        if (whom instanceof Whom.Not not) {
            return "not " + words(not.part());
        }
        return whom instanceof Whom.Saved saved
                ? saved.reference().text()
                : ((Whom.Meets) whom).condition().text();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
