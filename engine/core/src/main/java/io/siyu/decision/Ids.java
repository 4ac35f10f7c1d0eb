package io.siyu.decision;

import io.siyu.event.Subject;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/** Ids and chance derived from stable parts, so that deciding again gives the same. */
final class Ids {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Ids() {}

    /** The proposal of this origin (campaign or rule), step, action and occurrence for this subject. */
    static String proposal(Subject subject, String origin, String step, String occurrence) {
        String key = subject + "\n" + origin + "\n" + step + "\n" + occurrence;
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
        StringBuilder id = new StringBuilder(25).append('p');
        hex(id, hash[0], 16);
        hex(id, hash[1], 8);
        return id.toString();
    }

    /** The message a proposal sends. */
    static String message(String proposal) {
        return "m" + proposal.substring(1);
    }

    /** The coupon a proposal issues. */
    static String coupon(String proposal) {
        return "c" + proposal.substring(1);
    }

    /** A number in [0, bound) that depends on {@code key} only, evenly spread. */
    static long spread(String key, long bound) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Math.floorMod(MurmurHash3.hash128x64(bytes, 0, bytes.length, 0)[0], bound);
    }

    private static void hex(StringBuilder to, long bits, int digits) {
        for (int i = 0; i < digits; i++) {
            to.append(HEX[(int) (bits >>> (60 - 4 * i)) & 15]);
        }
    }
}
