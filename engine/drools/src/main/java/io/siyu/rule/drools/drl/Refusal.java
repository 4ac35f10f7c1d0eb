package io.siyu.rule.drools.drl;

/** What stops the reading of one part of a rule; caught where the next part begins, so that all faults are found. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient Token at;
    final String code;
    final String wrong;
    final String maybe;

    Refusal(Token at, String code, String wrong, String maybe) {
        super(wrong, null, false, false);
        this.at = at;
        this.code = code;
        this.wrong = wrong;
        this.maybe = maybe;
    }
}
