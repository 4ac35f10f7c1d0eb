package io.siyu.web.lifecycle;

import org.apache.commons.codec.digest.DigestUtils;

/** A short name of some words: the same bytes have the same, others another. */
public final class Mark {
    private static final int DIGITS = 12;

    private Mark() {}

    /** The first hex digits of the words' SHA-256. */
    public static String of(String words) {
        return DigestUtils.sha256Hex(words).substring(0, DIGITS);
    }
}
