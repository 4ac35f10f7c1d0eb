package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.decision.Ruling;
import io.siyu.member.Intent;

/**
 * What a proposal came to, without whom and when.
 *
 * @param origin the campaign that proposed it, or the rule when none did
 * @param step of the campaign, or named by the rule; empty if none
 * @param what template, tag, coupon kind or campaign
 * @param reason of a hold or drop; empty for a send
 */
public record Fate(String origin, String step, String action, String what, String verdict, String reason) {

    /** The fate a decision tells. */
    public static Fate of(Decision decision) {
        Intent intent = decision.intent();
        Ruling ruling = decision.ruling();
        String origin = intent.campaign() == null ? intent.rule() : intent.campaign();
        String step = intent.step() == null ? "" : intent.step();
        return new Fate(
                origin, step, intent.action(), intent.target(), ruling.verdict().word(), ruling.reason());
    }

    /** Whether it goes through. */
    public boolean sends() {
        return verdict.equals("send");
    }

    /** As people read it: {@code send}, {@code drop (cap.global)}. */
    public String told() {
        return reason.isEmpty() ? verdict : verdict + " (" + reason + ")";
    }
}
