package io.siyu.playbook.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as people write it, or two: from when until when.
 *
 * @param until null when one time is written
 */
record TimeCell(LocalTime from, @Nullable LocalTime until) {

    private static final int MINUTES = 24 * 60;
    private static final Pattern RANGE = Pattern.compile("\\s*(?:[-–—~〜]|到|至|\\bto\\b)\\s*");
    private static final Pattern TIME = Pattern.compile("(凌晨|早上|早|上午|中午|下午|傍晚|晚上|晚|今晚)?\\s*([0-9]{1,2})"
            + "(?:[:点时]\\s*([0-9]{1,2}|半|整)?(?::00(?:\\.0+)?)?分?)?\\s*(am|pm)?");
    private static final Pattern FRACTION = Pattern.compile("0?\\.[0-9]{1,18}");
    private static final List<String> AFTERNOON = List.of("下午", "傍晚", "晚上", "晚", "今晚", "pm");

    static Optional<TimeCell> read(String cell) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (FRACTION.matcher(plain).matches()) {
            return fraction(plain).map(time -> new TimeCell(time, null));
        }
        List<String> parts = List.of(RANGE.split(plain, 3));
        if (parts.size() > 2) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(parts.get(0), "");
        if (parts.size() == 1) {
            return from.map(time -> new TimeCell(time, null));
        }
        Optional<LocalTime> until = time(parts.get(1), period(parts.get(0)));
        return from.flatMap(begin -> until.map(end -> new TimeCell(begin, end)));
    }

    /** How long from the one to the other, over midnight if it is earlier; empty when only one is written. */
    Optional<Duration> window() {
        if (until == null) {
            return Optional.empty();
        }
        long minutes = Duration.between(from, until).toMinutes();
        return Optional.of(Duration.ofMinutes(minutes < 0 ? minutes + MINUTES : minutes));
    }

    private static Optional<LocalTime> time(String text, String before) {
        Matcher time = TIME.matcher(text);
        boolean marked = text.matches(".*[:点时].*|.*[ap]m");
        if (!marked || !time.matches()) {
            return Optional.empty();
        }
        String period = period(text).isEmpty() ? before : period(text);
        int hour = hour(Integer.parseInt(time.group(2)), period);
        int minute = minute(time.group(3));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    private static int minute(@Nullable String text) {
        if (text == null || text.equals("整")) {
            return 0;
        }
        return text.equals("半") ? 30 : Integer.parseInt(text);
    }

    private static int hour(int hour, String period) {
        if (period.equals("am") || period.equals("凌晨")) {
            return hour == 12 ? 0 : hour;
        }
        boolean noon = period.equals("中午") && hour < 5;
        boolean late = AFTERNOON.contains(period) && hour < 12;
        // why: twelve in the evening is midnight to some and noon to nobody; the author must say which day
        boolean midnight = period.startsWith("晚") && hour == 12;
        return midnight ? 24 : noon || late ? hour + 12 : hour;
    }

    private static String period(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return "";
        }
        String before = time.group(1);
        String behind = time.group(4);
        return before != null ? before : behind != null ? behind : "";
    }

    /** why: a time in a cell of no format is stored as a part of the day */
    private static Optional<LocalTime> fraction(String text) {
        int minutes = new BigDecimal(text)
                .multiply(BigDecimal.valueOf(MINUTES))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        return minutes < MINUTES ? Optional.of(LocalTime.of(minutes / 60, minutes % 60)) : Optional.empty();
    }
}
