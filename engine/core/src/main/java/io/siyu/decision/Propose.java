package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Template;
import io.siyu.event.Event;
import io.siyu.member.Coupon;
import io.siyu.member.Intent;
import io.siyu.member.MemberProfile;
import io.siyu.rule.Action;
import io.siyu.rule.Printed;
import io.siyu.rule.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules for an event and carries each proposal to the guards. */
final class Propose {
    private final Turn turn;

    Propose(Turn turn) {
        this.turn = turn;
    }

    void from(Event event, Answers answers) {
        Coupon coupon = turn.couponOf(event);
        List<Proposal> proposals = turn.fire(event, coupon, Map.of()).proposals();
        // why: an event is first for those who were inside before it: it ends, then goes on, and only then lets in
        for (Proposal proposal : proposals) {
            if (proposal.action() == Action.GOAL) {
                new Goals(turn, 0).count(proposal.target(), event);
            } else if (isInside(proposal) && Answers.ends(proposal)) {
                new Enrol(turn).leave(proposal.target(), event);
            }
        }
        answers.heard();
        for (Proposal proposal : proposals) {
            if (isInside(proposal) && !Answers.ends(proposal)) {
                answers.met(proposal);
            }
        }
        for (Proposal proposal : proposals) {
            if (!isInside(proposal)) {
                carry(proposal, event);
            }
        }
    }

    /** Whether a rule that a campaign became speaks of a place inside it. */
    private static boolean isInside(Proposal proposal) {
        return proposal.action() == Action.ENROL && proposal.campaign() != null && proposal.step() != null;
    }

    private void carry(Proposal proposal, Event event) {
        Campaign called = Calls.of(turn, proposal);
        if (called != null) {
            new Calls(turn).call(called, proposal, event);
        } else if (proposal.action() == Action.ENROL) {
            new Enrol(turn).onEvent(proposal, event);
        } else if (proposal.action() != Action.GOAL) {
            effect(proposal, intent(proposal, event));
        }
    }

    private Intent intent(Proposal proposal, Event event) {
        String step = proposal.step() == null ? proposal.action().word() + " " + proposal.target() : proposal.step();
        return new Intent(
                Ids.proposal(turn.state.subject(), proposal.rule(), step, event.id()),
                event.id(),
                event.type().name(),
                event.id(),
                event.time(),
                proposal.rule(),
                null,
                proposal.step(),
                proposal.action().word(),
                proposal.target(),
                proposal.priority(),
                Printed.about(event, prints(proposal.target()), turn.edition.settings()));
    }

    private Set<String> prints(String target) {
        Template template = turn.edition.templates().get(target);
        return template == null ? Set.of() : template.prints();
    }

    /** Judges the intent and, if it may go, does what is not a message: tags, coupons. */
    Ruling effect(Proposal proposal, Intent intent) {
        return effect(proposal, intent, Case.Past.NONE);
    }

    /** The same of what waited before. */
    Ruling effect(Proposal proposal, Intent intent, Case.Past past) {
        Ruling ruling = new Judge(turn).judge(intent, past);
        if (ruling.verdict() == Verdict.SEND) {
            if (proposal.action() == Action.TAG && turn.state.profile() instanceof MemberProfile member) {
                turn.state = turn.state.with(member.tagged(proposal.target()));
            } else if (proposal.action() == Action.COUPON) {
                new CouponIssue(turn).issue(intent);
            }
        }
        return ruling;
    }

    /** What happened, as the origin of an intent inside a campaign. */
    record Cause(
            String campaign,
            String occurrence,
            String trigger,
            String event,
            Instant since,
            Map<String, String> about,
            String variant) {}

    /** An intent a campaign's step proposes. */
    static Intent intent(Turn turn, Proposal proposal, @Nullable Campaign campaign, Cause cause) {
        String step = proposal.step() == null ? "" : proposal.step();
        // why: a coupon and the message that tells of it share the step but are two proposals.
        String part = proposal.action() == Action.SEND || proposal.action() == Action.PUSH
                ? step
                : proposal.action().word() + " " + step;
        return new Intent(
                Ids.proposal(turn.state.subject(), cause.campaign(), part, cause.occurrence()),
                cause.occurrence(),
                cause.trigger(),
                cause.event(),
                cause.since(),
                proposal.rule(),
                cause.campaign(),
                proposal.step(),
                proposal.action().word(),
                target(turn, proposal, cause),
                campaign == null ? proposal.priority() : campaign.priority(),
                cause.about(),
                cause.variant());
    }

    /** What a variant reads where it has a text of its own. */
    private static String target(Turn turn, Proposal proposal, Cause cause) {
        String own = proposal.target() + "/" + cause.variant();
        return !cause.variant().isEmpty() && turn.edition.templates().containsKey(own) ? own : proposal.target();
    }
}
