package io.siyu.report;

/** Measures what waits in the house. Calls that fail throw {@link io.siyu.partition.StoreDownException}. */
@FunctionalInterface
public interface Surveyor {

    /** What waits now; a few round trips to the store however much it is. */
    Backlog survey();
}
