package io.siyu.message;

/**
 * What is wrong at one place of a text.
 *
 * @param offset of the faulty character in the source, in UTF-16 units
 * @param code stable name of the kind of fault, such as {@code text.filter}
 * @param message what is wrong, and on a last line that starts with "Maybe" what to do
 */
public record TextFault(int offset, String code, String message) {}
