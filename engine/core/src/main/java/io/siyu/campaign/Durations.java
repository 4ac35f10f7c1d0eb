package io.siyu.campaign;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How lengths of time are written in files and rules: {@code 30m}, {@code 72h}, {@code 3d}, {@code 2w}. */
public final class Durations {

    /** Longest length of time anybody may write: ten years. */
    public static final Duration LONGEST = Duration.ofDays(3_660);

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})([smhdw])");

    private static final Pattern NEAR = Pattern.compile("([0-9]{1,9})[ _-]*([smhdw])[a-z]*");

    private Durations() {}

    /** Reads a length of time; a day is 24 hours. An {@link IllegalArgumentException} tells what is wrong. */
    public static Duration parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("it must be a number and a unit (s, m, h, d, w).\n" + maybe(text));
        }
        long number = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("it is longer than " + text(LONGEST) + ".\nMaybe the unit is wrong.");
        }
        return duration;
    }

    /** Writes a length of time the way {@link #parse} reads it, in the largest unit that is exact, weeks as days. */
    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static String maybe(String text) {
        Matcher near = NEAR.matcher(text.strip().toLowerCase(Locale.ROOT));
        return "Maybe \"" + (near.matches() ? near.group(1) + near.group(2) : "3d") + "\".";
    }
}
