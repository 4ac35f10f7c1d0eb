package io.siyu.decision;

/** The version of the deciding code, named by every decision: same trace, edition and version give the same bytes. */
public final class Engine {
    /** Raised whenever the same inputs may decide differently. */
    public static final String VERSION = "0.1";

    private Engine() {}
}
