package io.siyu.message;

import io.siyu.decision.Decision;
import io.siyu.member.State;
import io.siyu.rule.Edition;

/** Renders the text of a decision that sends: pure, in the member's language, personal fields left as placeholders. */
@FunctionalInterface
public interface Compose {

    /** The text of the template the decision's intent names. */
    String text(Decision decision, State state, Edition edition);
}
