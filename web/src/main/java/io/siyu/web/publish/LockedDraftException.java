package io.siyu.web.publish;

/** Somebody tried to write where nobody may write now; the message says what is in the way. */
public final class LockedDraftException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public LockedDraftException(String message) {
        super(message);
    }
}
