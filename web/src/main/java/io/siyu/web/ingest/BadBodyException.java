package io.siyu.web.ingest;

/** A body that is no list of events at all. */
final class BadBodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadBodyException(String message) {
        super(message);
    }
}
