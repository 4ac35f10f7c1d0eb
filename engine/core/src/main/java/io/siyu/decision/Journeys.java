package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Course;
import io.siyu.campaign.Entry;
import io.siyu.campaign.Journey;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Trigger;
import io.siyu.event.EventType;
import io.siyu.rule.Edition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What deciding looks up about the campaigns of one edition, worked out once, so that no event has to ask every campaign.
 *
 * <p>Earlier versions members are still inside of are looked up by the id they have as rules.
 */
final class Journeys {
    private static final List<String> KEYS = List.of("orderId", "couponId");

    private final Edition edition;
    private final Map<String, Way> ways = new HashMap<>();
    private final Map<String, List<Campaign>> byDate = new TreeMap<>();
    private final Map<String, Trigger.OnDate> dated = new HashMap<>();
    private final Map<String, List<Campaign>> byAbsence = new HashMap<>();
    private final Set<String> awaited = new HashSet<>();
    private final Set<String> remembered = new HashSet<>();
    private final boolean learnsHours;
    private boolean leavable;

    /**
     * A campaign's steps and what goes with them.
     *
     * @param prints fields of the trigger its texts print
     * @param key field of events that names the order or coupon an enrolment is about; empty for neither
     * @param leaves ids of the exits that any event may bring
     */
    record Way(Campaign campaign, Course course, Set<String> prints, String key, List<String> leaves) {}

    Journeys(Edition edition) {
        this.edition = edition;
        edition.campaigns().values().forEach(campaign -> {
            add(campaign);
            plan(campaign);
        });
        edition.earlier().values().forEach(this::add);
        learnsHours = OwnHour.isLearnt(edition.templates().values().stream());
        for (Promise promise : edition.promises()) {
            if (promise instanceof Promise.NeverAfter never) {
                remembered.add(never.event());
            }
        }
    }

    /** How the campaign goes, for whoever entered this version; null if there is no such campaign any more. */
    @Nullable
    Way way(String campaign, String version) {
        Campaign found = edition.campaign(campaign, version);
        return found == null ? null : ways.get(found.id());
    }

    /** How a campaign or earlier version of this id goes. */
    @Nullable
    Way way(String id) {
        return ways.get(id);
    }

    /** Campaigns that members enter around a date. */
    List<Campaign> around(String date) {
        return byDate.getOrDefault(date, List.of());
    }

    /** The dates around which members enter. */
    Set<String> dates() {
        return byDate.keySet();
    }

    /** Whether members enter the same campaigns around the same dates, whatever else is asked of them. */
    boolean areDatedAs(Journeys other) {
        return dated.equals(other.dated)
                && edition.settings().zone().equals(other.edition.settings().zone());
    }

    /** Campaigns that members enter when an event of this type does not happen. */
    List<Campaign> without(String type) {
        return byAbsence.getOrDefault(type, List.of());
    }

    /** Whether somebody may wait for an event of this type, whatever it says. */
    boolean isAwaited(String type) {
        return awaited.contains(type);
    }

    /** Whether any event may end an enrolment. */
    boolean isLeavable() {
        return leavable;
    }

    /** Types of events of which each subject keeps when the last was. */
    Set<String> remembered() {
        return remembered;
    }

    /** Whether it matters at which hours members are about. */
    boolean learnsHours() {
        return learnsHours;
    }

    private void add(Campaign campaign) {
        Course course = Course.of(campaign.steps());
        List<String> leaves = leaves(campaign);
        ways.put(campaign.id(), new Way(campaign, course, prints(campaign), key(campaign), leaves));
        leavable |= !leaves.isEmpty();
        for (Course.Stop stop : course.stops()) {
            if (stop.step() instanceof Step.Await await && await.when().isEmpty()) {
                awaited.add(await.event());
            }
        }
    }

    private void plan(Campaign campaign) {
        if (campaign.trigger() instanceof Trigger.OnDate date) {
            byDate.computeIfAbsent(date.of(), of -> new ArrayList<>()).add(campaign);
            dated.put(campaign.id(), new Trigger.OnDate(date.of(), date.before(), List.of()));
        } else if (campaign.trigger() instanceof Trigger.OnAbsence absence) {
            byAbsence
                    .computeIfAbsent(absence.event(), type -> new ArrayList<>())
                    .add(campaign);
            remembered.add(absence.event());
        }
    }

    private static List<String> leaves(Campaign campaign) {
        List<String> leaves = new ArrayList<>();
        List<Journey.Exit> exits = campaign.journey().leaves();
        for (int i = 0; i < exits.size(); i++) {
            if (exits.get(i).event() == null) {
                leaves.add(Journey.exit(i));
            }
        }
        return leaves;
    }

    private Set<String> prints(Campaign campaign) {
        Set<String> prints = new TreeSet<>();
        for (Step.Act act : campaign.acts()) {
            String id = campaign.id() + "/" + act.id();
            add(edition.templates().get(id), prints);
            if (act.action() instanceof Step.Action.Send send) {
                send.variants()
                        .keySet()
                        .forEach(variant -> add(edition.templates().get(id + "/" + variant), prints));
            }
        }
        return prints;
    }

    private static void add(@Nullable Template template, Set<String> prints) {
        if (template != null) {
            prints.addAll(template.prints());
        }
    }

    private String key(Campaign campaign) {
        Entry.Per per = campaign.journey().entry().per();
        if (per != null) {
            return per.field();
        }
        if (campaign.trigger() instanceof Trigger.OnDate date) {
            return date.of().equals(Trigger.OnDate.COUPON_EXPIRY) ? "couponId" : "";
        }
        if (campaign.trigger() instanceof Trigger.OnAbsence absence) {
            return shared(absence);
        }
        return campaign.trigger() instanceof Trigger.OnEvent event ? key(List.of(event.type())) : "";
    }

    /**
     * The field that names what both the absent event and the one before it are about; empty if they share none, or are of
     * one type: another order is never about the same one.
     */
    private String shared(Trigger.OnAbsence absence) {
        return absence.event().equals(absence.after()) ? "" : key(List.of(absence.event(), absence.after()));
    }

    private String key(List<String> types) {
        for (String key : KEYS) {
            if (types.stream().allMatch(type -> carries(type, key))) {
                return key;
            }
        }
        return "";
    }

    private boolean carries(String name, String key) {
        EventType type = edition.catalogue().type(name).orElse(null);
        return type != null && type.indexOf(key) >= 0;
    }
}
