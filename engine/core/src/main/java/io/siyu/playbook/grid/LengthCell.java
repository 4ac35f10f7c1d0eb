package io.siyu.playbook.grid;

import io.siyu.campaign.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it: {@code 4h}, {@code 4小时}, {@code 1.5 hours}, {@code 1小时30分}. */
final class LengthCell {

    private static final Pattern PART =
            Pattern.compile("\\s*([0-9]{1,6}(?:\\.[0-9]{1,4})?)\\s*(weeks?|w|周|days?|d|天|日|hours?|hrs?|h|个?小时|时"
                    + "|minutes?|mins?|m|分钟?|seconds?|secs?|s|秒)");

    private LengthCell() {}

    static Optional<Duration> read(String cell) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Matcher part = PART.matcher(plain);
        Duration length = Duration.ZERO;
        int end = 0;
        while (end < plain.length()) {
            part.region(end, plain.length());
            if (!part.lookingAt()) {
                return Optional.empty();
            }
            length = length.plus(length(part.group(1), part.group(2)));
            end = part.end();
        }
        boolean sound = !length.isZero() && length.compareTo(Durations.LONGEST) <= 0;
        return sound ? Optional.of(length) : Optional.empty();
    }

    private static Duration length(String number, String unit) {
        BigDecimal seconds = new BigDecimal(number).multiply(BigDecimal.valueOf(seconds(unit)));
        return Duration.ofSeconds(seconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static long seconds(String unit) {
        return switch (unit.charAt(0)) {
            case 'w', '周' -> 7 * 86_400;
            case 'd', '天', '日' -> 86_400;
            case 'h', '个', '小', '时' -> 3_600;
            case 'm', '分' -> 60;
            default -> 1;
        };
    }
}
