package io.siyu.partition;

/** The store did not answer as it should; whether it wrote is unknown. */
public final class StoreDownException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreDownException(String message) {
        super(message);
    }

    public StoreDownException(String message, Throwable cause) {
        super(message, cause);
    }
}
