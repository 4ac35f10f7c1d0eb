package io.siyu.web.audience;

import io.siyu.decision.Foresight.Question;
import io.siyu.report.reach.Reach;
import io.siyu.rule.Edition;

/** Asks members whether a message is meant for them and would reach them now. Safe for many threads. */
public interface Reaches {

    /**
     * What they say.
     *
     * @param exact whether all are asked, which takes seconds in a large house, and not some who stand for all
     */
    Reach of(Edition edition, Question question, boolean exact);
}
