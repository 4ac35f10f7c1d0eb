package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Durations;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Template;
import io.siyu.decision.Case.Past;
import io.siyu.decision.Witness.Saw;
import io.siyu.member.Intent;
import io.siyu.member.Sent;
import io.siyu.member.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets marketing messages that count for the same cap wait for one another; then the most important goes first. */
final class Arbitration {
    private static final int SPREAD = 10;

    private final Turn turn;

    Arbitration(Turn turn) {
        this.turn = turn;
    }

    /** What the guard has against the case: others may come that matter more. Null if it need not wait, or did. */
    static @Nullable Ruling judge(Case c) {
        Duration window = c.edition().settings().conduct().arbitration();
        Template template = c.template();
        if (window == null || template == null || template.purpose() != Purpose.MARKETING || waited(c)) {
            return null;
        }
        Set<String> counting = Caps.counting(template, c.campaign(), c);
        if (counting.isEmpty()) {
            return null;
        }
        Instant end = endOf(counting, c);
        return Ruling.hold(
                Reason.ARBITRATION, end == null ? c.at().plus(ofMember(window, c)) : end, Durations.text(window));
    }

    private static boolean waited(Case c) {
        return c.past().waitedFor(Reason.ARBITRATION) || c.past().waitedFor(Reason.QUOTA_ASKED);
    }

    /** The window, shortened by up to a tenth so that those who began to wait at once do not end at once. */
    private static Duration ofMember(Duration window, Case c) {
        long least = Math.max(1, window.toSeconds() / SPREAD);
        return window.minusSeconds(Ids.spread("arbitration\n" + c.state().subject(), least));
    }

    /** When the wait ends that somebody already began for a cap this one counts for, too; null if nobody did. */
    private static @Nullable Instant endOf(Set<String> counting, Case c) {
        for (Timer timer : c.state().timers().list()) {
            if (timer instanceof Timer.HoldEnds hold
                    && isOne(hold)
                    && hold.due().isAfter(c.at())) {
                Template other = c.edition().templates().get(hold.intent().target());
                Campaign campaign = c.edition().campaign(hold.intent().campaign());
                if (other != null && Caps.counting(other, campaign, c).stream().anyMatch(counting::contains)) {
                    return hold.due();
                }
            }
        }
        return null;
    }

    static boolean isOne(Timer.HoldEnds hold) {
        return hold.reason().equals(Reason.ARBITRATION.code());
    }

    /** The wait is over for this one and for all whose wait ends with it: they are judged by rank. */
    void over(Timer.HoldEnds first) {
        List<Intent> waiting = new ArrayList<>(List.of(first.intent()));
        for (Timer timer : turn.state.timers().list()) {
            if (timer instanceof Timer.HoldEnds hold
                    && isOne(hold)
                    && hold.due().equals(first.due())) {
                waiting.add(hold.intent());
                turn.state = turn.state.with(turn.state.timers().without(hold.id()));
            }
        }
        waiting.sort(Comparator.comparingInt(this::priority).reversed().thenComparing(Intent::proposal));
        Winners winners = Winners.NONE;
        for (Intent intent : waiting) {
            Ruling ruling = new Judge(turn).judge(intent, new Past(Reason.ARBITRATION.code(), winners));
            if (ruling.verdict() == Verdict.SEND) {
                List<Sent> sends = turn.state.sends().list();
                winners = winners.with(intent, sends.get(sends.size() - 1));
            }
        }
        waiting.forEach(new Enrol(turn)::settle);
    }

    private int priority(Intent intent) {
        Campaign campaign = turn.edition.campaign(intent.campaign());
        return campaign == null ? intent.priority() : campaign.priority();
    }

    static List<Saw> saw(Case c) {
        Duration window = c.edition().settings().conduct().arbitration();
        return window == null ? List.of() : List.of(new Saw("arbitration", Durations.text(window)));
    }
}
