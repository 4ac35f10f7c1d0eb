package io.siyu.trace.mapping;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A distance in time as files write it: {@code -1s}, {@code 30m}, {@code 72h}, {@code 3d}, {@code 2w}.
 *
 * @param days calendar days, from d and w
 * @param exact elapsed time, from s, m and h
 */
record Shift(long days, Duration exact) {

    static final Shift NONE = new Shift(0, Duration.ZERO);

    private static final Pattern WRITTEN = Pattern.compile("([+-]?[0-9]{1,6})([smhdw])");

    static Shift parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "it must be a number and one of s, m, h, d, w.\nMaybe write \"30d\" or \"-1s\".");
        }
        long count = Long.parseLong(written.group(1));
        return switch (written.group(2)) {
            case "s" -> new Shift(0, Duration.ofSeconds(count));
            case "m" -> new Shift(0, Duration.ofMinutes(count));
            case "h" -> new Shift(0, Duration.ofHours(count));
            case "d" -> new Shift(count, Duration.ZERO);
            default -> new Shift(count * 7, Duration.ZERO);
        };
    }
}
