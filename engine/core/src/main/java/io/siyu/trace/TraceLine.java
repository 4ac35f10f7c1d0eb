package io.siyu.trace;

/**
 * One line of a trace after its header.
 *
 * @param number line in the file, from 2, since the header is line 1
 * @param json the UTF-8 bytes of one CloudEvents object, without the line end; owned by the receiver
 */
@SuppressWarnings("ArrayRecordComponent") // why: lines are handed on, never compared
public record TraceLine(int number, byte[] json) {}
