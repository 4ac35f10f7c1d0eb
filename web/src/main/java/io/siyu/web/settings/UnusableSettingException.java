package io.siyu.web.settings;

/** A setting that cannot work here; the first line says what is wrong, the advice how to go on. */
public final class UnusableSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public UnusableSettingException(String fault, String advice) {
        super(fault);
        this.advice = advice;
    }

    public UnusableSettingException(String fault, String advice, Throwable cause) {
        super(fault, cause);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
