package io.siyu.partition.redis;

/** The Redis cannot carry this house; the message says why and what to do. */
public final class UnusableRedisException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableRedisException(String message) {
        super(message);
    }
}
