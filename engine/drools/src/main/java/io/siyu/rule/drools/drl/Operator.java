package io.siyu.rule.drools.drl;

/** How a comparison compares; the other negated words are a {@link Condition.Not} around the plain one. */
public enum Operator {
    EQUAL("=="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    IN("in"),
    CONTAINS("contains"),
    MATCHES("matches"),
    /** Holds for a text that is there and does not match, as in Drools; an absent one meets neither. */
    NOT_MATCHES("not matches"),
    STARTS_WITH("str[startsWith]"),
    ENDS_WITH("str[endsWith]");

    private final String written;

    Operator(String written) {
        this.written = written;
    }

    /** As written in DRL. */
    public String written() {
        return written;
    }

    /** Whether it needs an order of the values, not only sameness. */
    public boolean ordering() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
    }
}
