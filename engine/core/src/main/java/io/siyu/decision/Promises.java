package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Rfc3339;
import io.siyu.member.Intent;
import io.siyu.rule.Fired;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what the house promised: a message that would break a promise does not go. */
final class Promises {
    private final Turn turn;

    Promises(Turn turn) {
        this.turn = turn;
    }

    /** Remembers when the event happened, if a promise or a campaign asks for its type. */
    void heard(Event event) {
        Set<String> named = turn.journeys.remembered();
        if (!named.isEmpty()) {
            turn.state = turn.state.with(turn.state.lastTimes().after(event, named));
        }
    }

    /** The rules of the promises about this message whose condition holds now, or cannot be told. */
    Set<String> asked(Intent intent, @Nullable Template template) {
        if (template == null || turn.edition.promises().stream().noneMatch(promise -> asks(promise, template))) {
            return Set.of();
        }
        Event event = HouseEvent.of(turn.edition.catalogue().require("promise.asked"), "promise-" + intent.proposal())
                .with("template", plain(template))
                .with("channel", template.channel())
                .with("purpose", template.purpose().word())
                .about(turn.state.subject(), turn.at);
        Fired fired = turn.fire(event, turn.coupon(intent.occurrence()), Map.of());
        Set<String> broken = new HashSet<>();
        fired.proposals().forEach(proposal -> broken.add(proposal.rule()));
        // why: a promise nobody can check is kept by not sending; the fault itself is told like any rule's
        fired.faults().forEach(fault -> broken.add(fault.rule()));
        return broken;
    }

    private static boolean asks(Promise promise, Template template) {
        return promise instanceof Promise.NeverWhen never && never.template().equals(plain(template));
    }

    /** The id of a message by which people know it: without version and variant of its campaign. */
    private static String plain(Template template) {
        String[] parts = template.id().split("/", -1);
        String first = Campaign.plain(parts[0]);
        return parts.length == 1 ? first : first + "/" + parts[1];
    }

    /** The first promise the case would break, or null if none. */
    static @Nullable Ruling judge(Case c) {
        for (Promise promise : c.edition().promises()) {
            if (breaks(promise, c)) {
                String sentence = promise.sentence().in(c.edition().settings().language());
                return Ruling.drop(promise.reason(), sentence);
            }
        }
        return null;
    }

    private static boolean breaks(Promise promise, Case c) {
        Template template = c.template();
        if (template == null) {
            return false;
        }
        if (promise instanceof Promise.AtMost most) {
            return most.cap().covers(template.purpose(), template.channel())
                    && c.state().sends().count(most.cap(), "", c.at(), c.zone())
                            >= most.cap().max();
        }
        if (promise instanceof Promise.NeverAfter never) {
            Instant last = c.state().lastTimes().of(never.event());
            return never.template().equals(plain(template))
                    && last != null
                    && last.plus(never.within()).isAfter(c.at());
        }
        return promise instanceof Promise.NeverWhen never
                && asks(never, template)
                && c.broken().contains(never.rule());
    }

    /** The numbers each promise about the case's message looks at. */
    static List<Saw> saw(Case c) {
        List<Saw> saw = new ArrayList<>();
        Template template = c.template();
        if (template != null) {
            c.edition().promises().forEach(promise -> saw(promise, template, c, saw));
        }
        return saw;
    }

    private static void saw(Promise promise, Template template, Case c, List<Saw> saw) {
        if (promise instanceof Promise.AtMost most && most.cap().covers(template.purpose(), template.channel())) {
            int count = c.state().sends().count(most.cap(), "", c.at(), c.zone());
            saw.add(new Saw(most.name() + ": " + most.cap(), String.valueOf(count)));
        } else if (promise instanceof Promise.NeverAfter never
                && never.template().equals(plain(template))) {
            Instant last = c.state().lastTimes().of(never.event());
            saw.add(new Saw(
                    never.name() + ": " + never.within() + " after " + never.event(),
                    last == null ? "" : Rfc3339.format(last)));
        } else if (promise instanceof Promise.NeverWhen never && asks(never, template)) {
            boolean holds = c.broken().contains(never.rule());
            saw.add(new Saw(never.name() + ": " + never.condition().text(), String.valueOf(holds)));
        }
    }
}
