package io.siyu.decision;

import io.siyu.rule.Wording.Flaw;

/** The last word on a message no guard objects to: one that cannot be written is dropped, finally and with its reason. */
final class Worded {
    private Worded() {}

    static Ruling of(Case c, Ruling ruling) {
        if (ruling.verdict() != Verdict.SEND || c.template() == null) {
            return ruling;
        }
        Flaw flaw = c.edition().wording().flaw(c.template(), c.intent().about(), c.state());
        return flaw.isNone() ? ruling : Ruling.drop(flaw.reason(), flaw.ref()).shadowing(ruling.shadow());
    }
}
