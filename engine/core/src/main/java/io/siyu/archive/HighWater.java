package io.siyu.archive;

/** How far the logs were ever seen, kept outside the store, which may lose what it held. Calls that fail throw {@link io.siyu.partition.StoreDownException}. */
public interface HighWater {

    /** What was noted last; nothing for a new house. */
    HighMarks read();

    /** Notes this for good before it returns. */
    void write(HighMarks marks);
}
