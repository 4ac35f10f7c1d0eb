package io.siyu.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The step between instants and RFC 3339 texts such as {@code 2026-11-11T21:00:00+08:00}; exact to the nanosecond. */
public final class Rfc3339 {

    private static final int SECONDS_OF_DAY = 86_400;
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
        return instant.toString();
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
        // why: days since 0000-03-01 (leap day last) turn month lengths into one formula; 719468 is 1970-01-01 in them
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        return 365 * y
                + Math.floorDiv(y, 4)
                - Math.floorDiv(y, 100)
                + Math.floorDiv(y, 400)
                + (153 * m + 2) / 5
                + day
                - 1
                - 719_468;
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
