package io.siyu.report;

/** Looks at the parts of the house that can fall ill. */
@FunctionalInterface
public interface Doctor {

    /** How it is right now; never throws. */
    Health examine();
}
