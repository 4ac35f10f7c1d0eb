package io.siyu.trace;

import io.siyu.campaign.Diagnostic;

/** A trace that cannot be read on, with the line where it breaks. */
public final class BrokenTrace extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    public BrokenTrace(String file, int line, String message) {
        this(new Diagnostic(file, line, 0, "trace.broken", message));
    }

    private BrokenTrace(Diagnostic diagnostic) {
        super(diagnostic.toString());
        this.diagnostic = diagnostic;
    }

    /** File, line and what to do. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
