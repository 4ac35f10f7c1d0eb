package io.siyu.message;

/** How much one text may do; a text that needs more is not a message. */
final class Bounds {

    /** Most characters one rendering, or one value on the way to it, may have. */
    static final int CHARACTERS = 10_000;

    /** Most rounds of all loops of one rendering together. */
    static final int ROUNDS = 200;

    /** Most pieces one text is made of: words, values, filters, tests. */
    static final int PIECES = 500;

    /** Most tags inside each other. */
    static final int DEPTH = 8;

    /** Most digits of a number on the way. */
    static final int DIGITS = 30;

    /** Most elements of a list on the way. */
    static final int ELEMENTS = 500;

    /** Most characters all filters of one rendering may make together. */
    static final int WORK = 1_000_000;

    private Bounds() {}
}
