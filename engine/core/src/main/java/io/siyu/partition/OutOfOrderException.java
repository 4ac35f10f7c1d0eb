package io.siyu.partition;

import java.util.List;

/** A line of a trace that is before what has been played already, or too far behind it. */
public final class OutOfOrderException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    // why: an admission is for the caller of this process, an exception is never written anywhere
    private final transient List<Admission> before;

    public OutOfOrderException(String message) {
        this(message, List.of());
    }

    /** {@code before} is what became of the lines sent with it that were before it. */
    public OutOfOrderException(String message, List<Admission> before) {
        super(message);
        this.before = List.copyOf(before);
    }

    /** What became of the lines sent before it. */
    public List<Admission> before() {
        return before;
    }
}
