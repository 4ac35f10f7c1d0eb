package io.siyu.message;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of texts are worth: as text, as number, as moment, and against each other. */
final class Worth {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,10})?");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int DATE_LENGTH = 10;

    private Worth() {}

    /** Whether there is nothing to print. */
    static boolean isAbsent(@Nullable Object value) {
        return value == null || value.equals("");
    }

    static boolean isTrue(@Nullable Object value) {
        return !isAbsent(value) && !Boolean.FALSE.equals(value);
    }

    /** As it is printed. */
    static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LocalDateTime moment) {
            return MINUTE.format(moment);
        }
        return value == null ? "" : String.valueOf(value);
    }

    /** As a number; null when it is none. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        return value instanceof String text && NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** As a moment of local time, midnight for a day; null when it is none. */
    static @Nullable LocalDateTime moment(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (value instanceof String text && MOMENT.matcher(text).matches()) {
            return parsed(text);
        }
        return value instanceof LocalDateTime moment ? moment : null;
    }

    private static @Nullable LocalDateTime parsed(String text) {
        try {
            return text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text, MINUTE);
        } catch (DateTimeException unreal) {
            return null;
        }
    }

    static boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
        if (operator.equals("contains")) {
            return contains(left, right);
        }
        if (isAbsent(left) || isAbsent(right)) {
            boolean same = isAbsent(left) && isAbsent(right);
            return operator.equals("==") ? same : isDifferent(operator) && !same;
        }
        int order = order(left, right);
        return switch (operator) {
            case "==" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order != 0;
        };
    }

    /** Which of two values comes first: by number or moment where both are, else as texts. */
    static int order(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            BigDecimal first = number(left);
            BigDecimal second = number(right);
            if (first != null && second != null) {
                return first.compareTo(second);
            }
        }
        LocalDateTime before = moment(left);
        LocalDateTime after = moment(right);
        return before != null && after != null
                ? before.compareTo(after)
                : text(left).compareTo(text(right));
    }

    private static boolean isDifferent(String operator) {
        return operator.equals("!=") || operator.equals("<>");
    }

    private static boolean contains(@Nullable Object left, @Nullable Object right) {
        if (left instanceof List<?> list) {
            return list.stream().anyMatch(one -> compare("==", one, right));
        }
        return left != null && right != null && text(left).contains(text(right));
    }

    /** How many elements a list has, or its first or last one, by that word; null for any other word. */
    static @Nullable Object ofList(List<?> list, String word) {
        return switch (word) {
            case "size" -> BigDecimal.valueOf(list.size());
            case "first" -> list.isEmpty() ? null : list.get(0);
            case "last" -> list.isEmpty() ? null : list.get(list.size() - 1);
            default -> null;
        };
    }

    /** How many characters a text has, as people count them. */
    static BigDecimal size(String text) {
        return BigDecimal.valueOf(text.codePointCount(0, text.length()));
    }
}
