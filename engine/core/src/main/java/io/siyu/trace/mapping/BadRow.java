package io.siyu.trace.mapping;

/** Why a row gives no event; caught where rows are read and told with file and line. */
final class BadRow extends Exception {

    private static final long serialVersionUID = 1L;

    BadRow(String reason) {
        super(reason, null, false, false);
    }

    /** The reason, two lines of which the second starts with "Maybe". */
    String reason() {
        return String.valueOf(getMessage());
    }
}
