package io.siyu.rule;

/** How one row of a condition compares its field. */
public enum Comparing {
    IS("==", Takes.ONE),
    IS_NOT("!=", Takes.ONE),
    AT_LEAST(">=", Takes.ONE),
    MORE(">", Takes.ONE),
    AT_MOST("<=", Takes.ONE),
    LESS("<", Takes.ONE),
    ONE_OF("in", Takes.SEVERAL),
    NONE_OF("not in", Takes.SEVERAL),
    CONTAINS("contains", Takes.ONE),
    CONTAINS_NOT("not contains", Takes.ONE),
    STARTS_WITH("str[startsWith]", Takes.ONE),
    ENDS_WITH("str[endsWith]", Takes.ONE),
    MATCHES("matches", Takes.ONE),
    MATCHES_NOT("not matches", Takes.ONE),
    TRUE("== true", Takes.NOTHING),
    FALSE("== false", Takes.NOTHING),
    /** The moment lies in the time of a length that ends now. */
    WITHIN(".within", Takes.LENGTH),
    OLDER_THAN(".olderThan", Takes.LENGTH),
    DUE_WITHIN(".dueWithin", Takes.LENGTH),
    NOT_WITHIN(".within", Takes.LENGTH),
    NOT_OLDER_THAN(".olderThan", Takes.LENGTH),
    NOT_DUE_WITHIN(".dueWithin", Takes.LENGTH),
    KNOWN("!= null", Takes.NOTHING),
    UNKNOWN("== null", Takes.NOTHING);

    /** What stands behind the comparison. */
    public enum Takes {
        NOTHING,
        ONE,
        SEVERAL,
        /** A length of time, such as {@code 30d}. */
        LENGTH
    }

    private final String written;
    private final Takes takes;

    Comparing(String written, Takes takes) {
        this.written = written;
        this.takes = takes;
    }

    /** As a condition writes it; a question about a moment begins with its dot. */
    public String written() {
        return written;
    }

    /** What stands behind it. */
    public Takes takes() {
        return takes;
    }

    /** Whether a question about a moment is answered with no. */
    public boolean denies() {
        return this == NOT_WITHIN || this == NOT_OLDER_THAN || this == NOT_DUE_WITHIN;
    }
}
