package io.siyu.decision;

import io.siyu.campaign.Template;
import io.siyu.rule.Action;
import io.siyu.rule.Wording.Flaw;
import org.jspecify.annotations.Nullable;

/** The last word on what no guard objects to: a text that cannot be written is dropped, finally and with its reason. */
final class Worded {
    private Worded() {}

    static Ruling of(Case c, Ruling ruling) {
        Template said = said(c);
        if (ruling.verdict() != Verdict.SEND || said == null) {
            return ruling;
        }
        Flaw flaw = c.edition().wording().flaw(said, c.intent().about(), c.state());
        return flaw.isNone() ? ruling : Ruling.drop(flaw.reason(), flaw.ref()).shadowing(ruling.shadow());
    }

    /** What somebody would read: the message, or the words of a task. */
    private static @Nullable Template said(Case c) {
        boolean task = c.intent().action().equals(Action.TASK.word());
        return task ? c.edition().templates().get(c.intent().target()) : c.template();
    }
}
