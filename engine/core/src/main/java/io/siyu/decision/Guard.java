package io.siyu.decision;

import org.jspecify.annotations.Nullable;

/** One check between proposal and decision. Pure. */
@FunctionalInterface
interface Guard {

    /** What this guard has against the case, or null if nothing. */
    @Nullable
    Ruling judge(Case c);
}
