package io.siyu.rule.drools.typed;

import io.siyu.rule.drools.typed.Clause.Compared;

/** What something can still be under the comparisons read so far. */
sealed interface Remaining permits Possible, Ages {

    /** What is left when the comparison holds, or does not; this object if that is nothing new. */
    Remaining where(Compared compared, boolean holds);

    /** The same, and it is always there. */
    Remaining present();

    /** Whether neither a value is left nor absence. */
    boolean isEmpty();
}
