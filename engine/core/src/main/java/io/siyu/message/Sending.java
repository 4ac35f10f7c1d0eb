package io.siyu.message;

import io.siyu.decision.Decision;
import io.siyu.event.SubjectKind;
import io.siyu.member.State;

/**
 * The message a text is written for, as its links tell of it.
 *
 * @param template {@code campaign/step}, or the name rules know it by
 * @param member empty for communities and other subjects
 */
record Sending(String message, String template, String occurrence, String member) {
    private static final String SOME = "0";
    private static final int MESSAGE = 24;
    private static final int OCCURRENCE = 36;

    static Sending of(Decision decision) {
        boolean member = decision.subject().kind() == SubjectKind.MEMBER;
        return new Sending(
                decision.message(),
                decision.intent().target(),
                decision.intent().occurrence(),
                member ? decision.subject().id() : "");
    }

    /** One that is not decided yet, with ids as long as they will be. */
    static Sending someday(String template, State state) {
        boolean member = state.subject().kind() == SubjectKind.MEMBER;
        return someday(template, member ? state.subject().id() : "");
    }

    static Sending someday(String template, String member) {
        return new Sending("m" + SOME.repeat(MESSAGE), template, SOME.repeat(OCCURRENCE), member);
    }
}
