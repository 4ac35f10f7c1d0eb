package io.siyu.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The step between instants and RFC 3339 texts such as {@code 2026-11-11T21:00:00+08:00}; exact to the nanosecond. */
public final class Rfc3339 {

    private static final int SECONDS_OF_DAY = 86_400;
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final int FROM_MARCH = 719_468;
    private static final int DAYS_OF_ERA = 146_097;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Rfc3339() {}

    /** The instant, or null when the text is not RFC 3339, names no real day, or is a leap second. */
    public static @Nullable Instant parse(String text) {
        int length = text.length();
        if (length < 20
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (text.charAt(10) | 0x20) != 't'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int day = epochDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        int clock = clock(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
        int end = 19;
        long nanos = 0;
        if (text.charAt(19) == '.') {
            end = endOfDigits(text, 20);
            nanos = nanos(text, end);
        }
        int offset = offset(text, end);
        if (day == Integer.MIN_VALUE || clock < 0 || nanos < 0 || offset == Integer.MIN_VALUE) {
            return null;
        }
        return Instant.ofEpochSecond((long) day * SECONDS_OF_DAY + clock - offset, nanos);
    }

    /** The shortest text in UTC: no fraction when it is zero, else three, six or nine digits. */
    public static String format(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < 0 || second >= YEAR_10000) {
            return instant.toString();
        }
        byte[] text = new byte[30];
        date(text, (int) (second / SECONDS_OF_DAY));
        int clock = (int) (second % SECONDS_OF_DAY);
        pair(text, 11, clock / 3600, ':');
        pair(text, 14, clock / 60 % 60, ':');
        pair(text, 17, clock % 60, '.');
        int end = fraction(text, instant.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    /** Writes {@code yyyy-MM-ddT}. */
    private static void date(byte[] text, int epochDay) {
        // why: in days since 0000-03-01 (leap day last) month lengths are one formula, as in epochDay
        int day = epochDay + FROM_MARCH;
        int era = day / DAYS_OF_ERA;
        int ofEra = day % DAYS_OF_ERA;
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int m = (5 * ofYear + 2) / 153;
        int month = m < 10 ? m + 3 : m - 9;
        int year = yearOfEra + 400 * era + (month <= 2 ? 1 : 0);
        pair(text, 0, year / 100, '-');
        pair(text, 2, year % 100, '-');
        pair(text, 5, month, '-');
        pair(text, 8, ofYear - (153 * m + 2) / 5 + 1, 'T');
    }

    private static void pair(byte[] text, int at, int value, char after) {
        text[at] = (byte) ('0' + value / 10);
        text[at + 1] = (byte) ('0' + value % 10);
        text[at + 2] = (byte) after;
    }

    /** Writes three, six or nine digits, or none; answers where they end. */
    private static int fraction(byte[] text, int nanos) {
        if (nanos == 0) {
            return 19;
        }
        int end = nanos % 1_000_000 == 0 ? 23 : nanos % 1_000 == 0 ? 26 : 29;
        int rest = nanos;
        for (int i = 28; i >= 20; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int epochDay(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return Integer.MIN_VALUE;
        }
        // why: days since 0000-03-01 (leap day last) turn month lengths into one formula
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        return 365 * y
                + Math.floorDiv(y, 4)
                - Math.floorDiv(y, 100)
                + Math.floorDiv(y, 400)
                + (153 * m + 2) / 5
                + day
                - 1
                - FROM_MARCH;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static int clock(int hour, int minute, int second) {
        boolean real = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return real ? (hour * 60 + minute) * 60 + second : -1;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static long nanos(String text, int end) {
        if (end == 20 || end > 29) {
            return -1;
        }
        long nanos = digits(text, 20, end);
        for (int i = end; i < 29; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int offset(String text, int from) {
        int left = text.length() - from;
        if (left == 1 && (text.charAt(from) | 0x20) == 'z') {
            return 0;
        }
        if (left != 6 || text.charAt(from + 3) != ':' || (text.charAt(from) != '+' && text.charAt(from) != '-')) {
            return Integer.MIN_VALUE;
        }
        int clock = clock(digits(text, from + 1, from + 3), digits(text, from + 4, from + 6), 0);
        if (clock < 0 || clock > 18 * 3600) {
            return Integer.MIN_VALUE;
        }
        return text.charAt(from) == '-' ? -clock : clock;
    }
}
