package io.siyu.report.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What columns can hold. */
final class Columns {
    /** Of campaigns, variants and reasons. */
    static final int NAME = 120;

    static final int STEP = 200;
    static final int ACT = 40;
    /** Of subjects and events. */
    static final int ID = 300;

    private Columns() {}

    /** As much of it as a column of this length holds; PostgreSQL holds no U+0000. */
    static String fit(String text, int longest) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        if (clean.length() <= longest) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
