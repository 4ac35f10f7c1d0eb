package io.siyu.web.copy;

/** The directory cannot be written as an export, or is none that can be restored here; the message says why and what to do. */
public final class BrokenExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenExportException(String fault, String advice) {
        super(fault + "\n" + advice);
    }
}
