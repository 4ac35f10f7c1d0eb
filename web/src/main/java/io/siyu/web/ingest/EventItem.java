package io.siyu.web.ingest;

/**
 * The bytes of one event within what was sent.
 *
 * @param number its place among all, from 1
 */
// why: the bytes are handed on and read, nobody compares items.
@SuppressWarnings("ArrayRecordComponent")
record EventItem(long number, byte[] bytes, int offset, int length) {}
