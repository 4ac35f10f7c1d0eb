package io.siyu.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One campaign as written in one YAML file.
 *
 * @param id unique in the playbook; part of message ids
 * @param file path inside the playbook, for diagnostics
 * @param priority higher goes first among proposals of one entry
 * @param exits event types that end the enrolment whose key (order or coupon id) they carry
 * @param caps caps that count this campaign's messages only
 * @param holdoutPermille members who get nothing of it, in 1/1000, stable by hash
 * @param journey how members enter, differ and leave
 * @param audience whom it is for: asked at entry and at planned steps for members; absent means everybody
 */
public record Campaign(
        String id,
        String file,
        Text name,
        Purpose purpose,
        int priority,
        Trigger trigger,
        List<Step> steps,
        List<String> exits,
        @Nullable Goal goal,
        List<Cap> caps,
        int holdoutPermille,
        Journey journey,
        @Nullable Whom audience) {
    /** The step by which communities enter that a store or the retailer calls; no step can be called so. */
    public static final String COMMUNITIES = ".communities";

    private static final char VERSION = '@';

    public Campaign {
        steps = List.copyOf(steps);
        exits = List.copyOf(exits);
        caps = List.copyOf(caps);
    }

    /** A campaign for everybody. */
    public Campaign(
            String id,
            String file,
            Text name,
            Purpose purpose,
            int priority,
            Trigger trigger,
            List<Step> steps,
            List<String> exits,
            @Nullable Goal goal,
            List<Cap> caps,
            int holdoutPermille,
            Journey journey) {
        this(id, file, name, purpose, priority, trigger, steps, exits, goal, caps, holdoutPermille, journey, null);
    }

    /** A campaign for everybody, that whoever is proposed enters. */
    public Campaign(
            String id,
            String file,
            Text name,
            Purpose purpose,
            int priority,
            Trigger trigger,
            List<Step> steps,
            List<String> exits,
            @Nullable Goal goal,
            List<Cap> caps,
            int holdoutPermille) {
        this(id, file, name, purpose, priority, trigger, steps, exits, goal, caps, holdoutPermille, Journey.PLAIN);
    }

    /** The id under which a version of a campaign is kept beside the one in force. */
    public static String versioned(String id, String version) {
        return id + VERSION + version;
    }

    /** The id of a campaign whichever version of it is meant. */
    public static String plain(String id) {
        int version = id.indexOf(VERSION);
        return version < 0 ? id : id.substring(0, version);
    }

    /** The same under another id. */
    public Campaign named(String other) {
        return with(other, trigger);
    }

    /** The same with every local time by the retailer's clock, as calendars show it. */
    public Campaign onRetailersClock() {
        return with(id, trigger.onRetailersClock());
    }

    private Campaign with(String other, Trigger begins) {
        return new Campaign(
                other,
                file,
                name,
                purpose,
                priority,
                begins,
                steps,
                exits,
                goal,
                caps,
                holdoutPermille,
                journey,
                audience);
    }

    /** All that is done in it, on every path, in written order. */
    public List<Step.Act> acts() {
        return Course.of(steps).acts();
    }

    /** Whether anything is done for subjects of the kind such a step addresses. */
    public boolean isFor(String kind) {
        return acts().stream().anyMatch(act -> act.audience().kind().equals(kind));
    }

    // why: steps of one moment begin in the order of their ids, as their occurrences do
    private static boolean follows(Step.Act act, String step, Moment moment) {
        Moment its = act.moment();
        return its != null
                && (its.isAfter(moment) || (!moment.isAfter(its) && act.id().compareTo(step) > 0));
    }

    /** Whether no step of this cadence or schedule is planned after {@code step}. */
    public boolean isLast(String step) {
        if (trigger instanceof Trigger.OnSchedule) {
            return !steps.isEmpty()
                    && steps.get(steps.size() - 1) instanceof Step.Act last
                    && last.id().equals(step);
        }
        Moment moment = act(step).map(Step.Act::moment).orElse(null);
        if (moment == null) {
            return false;
        }
        for (Step other : steps) {
            if (other instanceof Step.Act act && follows(act, step, moment)) {
                return false;
            }
        }
        return true;
    }

    /** Whether each member gets this step when her own clock shows its time. */
    public boolean isOnMembersClock(String step) {
        return trigger.clock() == LocalClock.MEMBER
                && act(step)
                        .filter(act -> act.audience().equals(Audience.MEMBERS))
                        .isPresent();
    }

    /** How late a planned step may begin; empty if it is not planned. */
    public Optional<Duration> window(String step) {
        if (trigger instanceof Trigger.OnSchedule schedule) {
            return Optional.of(schedule.window());
        }
        return act(step).map(Step.Act::moment).map(Moment::window);
    }

    /** The step with this id, if the campaign (still) has it. */
    public Optional<Step.Act> act(String step) {
        return act(steps, step);
    }

    private static Optional<Step.Act> act(List<Step> steps, String id) {
        for (Step step : steps) {
            if (step instanceof Step.Act act && act.id().equals(id)) {
                return Optional.of(act);
            }
            for (List<Step> path : Course.paths(step)) {
                Optional<Step.Act> inside = act(path, id);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }
}
