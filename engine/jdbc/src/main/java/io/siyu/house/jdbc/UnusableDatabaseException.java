package io.siyu.house.jdbc;

import org.jspecify.annotations.Nullable;

/** The database cannot give or take a copy; the message says why and what to do. */
public final class UnusableDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    UnusableDatabaseException(String message) {
        this(message, null);
    }
}
