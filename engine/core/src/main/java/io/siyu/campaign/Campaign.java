package io.siyu.campaign;

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
        int holdoutPermille) {
    public Campaign {
        steps = List.copyOf(steps);
        exits = List.copyOf(exits);
        caps = List.copyOf(caps);
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
            if (other instanceof Step.Act act
                    && act.moment() != null
                    && act.moment().isAfter(moment)) {
                return false;
            }
        }
        return true;
    }

    /** The step with this id, if the campaign (still) has it. */
    public Optional<Step.Act> act(String step) {
        for (Step s : steps) {
            if (s instanceof Step.Act act && act.id().equals(step)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }
}
