package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Template;
import io.siyu.decision.Case.Past;
import io.siyu.member.Intent;
import io.siyu.member.Recent;
import io.siyu.member.Sent;
import io.siyu.member.Timer;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts one intent before the guards and writes down what they made of it. */
final class Judge {
    private final Turn turn;

    Judge(Turn turn) {
        this.turn = turn;
    }

    /** The ruling on something new; holds are planted as timers, sends are counted for the caps. */
    Ruling judge(Intent intent) {
        return judge(intent, Past.NONE);
    }

    /** The ruling on what was held until now, as if it were new but for what it need not wait for twice. */
    Ruling again(Timer.HoldEnds hold) {
        return judge(hold.intent(), new Past(hold.reason(), Winners.NONE));
    }

    /** What is held belongs to a campaign the subject left: that ends it. */
    void leave(Timer.HoldEnds hold) {
        end(hold, Ruling.drop(Reason.CAMPAIGN_LEFT, hold.intent().occurrence()));
    }

    /** The final word of the campaign itself on what was held. */
    void end(Timer.HoldEnds hold, Ruling ruling) {
        refuse(hold.intent(), new Past(hold.reason(), Winners.NONE), ruling);
    }

    Ruling judge(Intent intent, Past past) {
        Template template = template(intent);
        Case c = about(intent, past, template, new Promises(turn).asked(intent, template));
        Ruling ruling = turn.ruling(c);
        settle(c, ruling);
        return ruling;
    }

    private Case about(Intent intent, Past past, @Nullable Template template, Set<String> broken) {
        Campaign campaign = turn.edition.campaign(intent.campaign());
        return new Case(intent, turn.state, turn.partition, turn.edition, turn.at, template, campaign, broken, past);
    }

    private void settle(Case c, Ruling ruling) {
        Template template = c.template();
        record(c.intent(), template, ruling);
        turn.tally.count(c, ruling);
        if (ruling.verdict() == Verdict.HOLD) {
            Timer end = new Timer.HoldEnds(Objects.requireNonNull(ruling.until()), c.intent(), ruling.reason());
            turn.state = turn.state.with(turn.state.timers().with(end));
            if (template != null && ruling.reason().equals(Units.ASKED)) {
                new Units(turn).await(c.intent(), template.channel());
            }
        }
    }

    /** The final word of the campaign itself, before any guard is asked. */
    void refuse(Intent intent, Ruling ruling) {
        refuse(intent, Past.NONE, ruling);
    }

    // why: no guard is asked, so neither is a promise
    private void refuse(Intent intent, Past past, Ruling ruling) {
        turn.refused(intent, ruling);
        settle(about(intent, past, template(intent), Set.of()), ruling);
    }

    private @Nullable Template template(Intent intent) {
        return switch (intent.action()) {
            case "send", "push" -> turn.edition.templates().get(intent.target());
            default -> null;
        };
    }

    private void record(Intent intent, @Nullable Template template, Ruling ruling) {
        boolean sends = template != null && ruling.verdict() == Verdict.SEND;
        String message = sends ? Ids.message(intent.proposal()) : "";
        Purpose purpose = template == null ? null : template.purpose();
        String channel = template == null ? "" : template.channel();
        turn.decisions.add(new Decision(
                turn.at, turn.state.subject(), turn.edition.hash(), intent, purpose, channel, message, ruling, ""));
        if (sends) {
            String by = intent.campaign() == null ? intent.rule() : intent.campaign();
            String unit = new Units(turn).spend(channel, message);
            turn.state = turn.state.with(
                    turn.state.sends().with(new Sent(turn.at, channel, Objects.requireNonNull(purpose), by, unit)));
        }
        if (template != null && ruling.isFinal()) {
            remember(intent, ruling);
        }
    }

    private void remember(Intent intent, Ruling ruling) {
        String by = intent.campaign() == null ? intent.rule() : intent.campaign() + "/" + intent.step();
        turn.state = turn.state.with(turn.state
                .recent()
                .with(new Recent.Decided(turn.at, by, ruling.verdict().word(), ruling.reason())));
    }
}
