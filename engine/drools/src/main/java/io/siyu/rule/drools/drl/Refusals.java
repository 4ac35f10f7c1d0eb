package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Takes down what is refused in one rule; what only follows from a fault that is told already is left out. */
final class Refusals {

    private final DrlFaults faults;
    private @Nullable Token broken;
    private boolean quiet;

    Refusals(DrlFaults faults) {
        this.faults = faults;
    }

    /** A part of the rule begins; its first broken token is this one, if it has any. */
    void begin(@Nullable Token firstBroken) {
        broken = firstBroken;
    }

    /** Reads something, or takes down why it cannot be read; false then. */
    boolean none(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (Refusal refusal) {
            add(refusal);
            return false;
        }
    }

    /** Reads something and keeps to itself what is refused there. */
    void quietly(Runnable reading) {
        boolean before = quiet;
        quiet = true;
        none(reading);
        quiet = before;
    }

    void add(Refusal refusal) {
        boolean follows = broken != null && refusal.at.start() >= broken.start();
        if (!quiet && !follows && !isMade(refusal.at)) {
            faults.add(refusal);
        }
    }

    /** Whether nobody wrote this token: the rule has no end, which is told where it starts. */
    private static boolean isMade(Token token) {
        return token.is(Kind.WORD) && token.start() == token.end();
    }
}
