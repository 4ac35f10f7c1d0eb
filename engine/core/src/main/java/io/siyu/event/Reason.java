package io.siyu.event;

/**
 * Why something sent to the house is refused.
 *
 * @param pointer where, as an RFC 6901 JSON pointer into the event; empty for the whole of it
 * @param code stable name of the kind of fault, such as {@code field.missing}
 * @param message what is wrong, and on a last line that starts with "Maybe" what to do; quotes no personal value
 */
public record Reason(String pointer, String code, String message) {}
