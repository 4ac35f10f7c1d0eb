package io.siyu.partition;

/** A place where a process may die without loss; nothing happens there but in tests that kill it. */
@FunctionalInterface
public interface FailPoint {

    /** Nobody dies. */
    FailPoint NONE = place -> {};

    /** Where a process may die. */
    enum Place {
        AFTER_APPEND,
        IN_COMMIT,
        AFTER_COMMIT,
        AFTER_CLAIM,
        AFTER_ACCEPTED,
        IN_PROJECTION
    }

    /** The process is at this place. */
    void reached(Place place);
}
