package io.siyu.web.settings;

/** What the house's time follows. */
public enum ClockMode {
    /** The store's clock. */
    REAL,
    /** The store's clock, faster and pausable, for demonstrations. */
    ACCELERATED,
    /** The lines of a trace, for proofs and tests. */
    TRACE
}
