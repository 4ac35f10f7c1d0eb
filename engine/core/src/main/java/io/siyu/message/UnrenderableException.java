package io.siyu.message;

/** A text cannot be written for these values: something is divided by zero, or a bound is passed. */
final class UnrenderableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what it is, to stand behind "The text needs" */
    UnrenderableException(String what) {
        super(what);
    }
}
