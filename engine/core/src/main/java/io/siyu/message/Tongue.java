package io.siyu.message;

import io.siyu.campaign.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How amounts and moments read in a language of the house.
 *
 * <p>Nothing of it comes from the locale data of the Java at hand, which changes from version to version.
 *
 * @param language of the text, such as {@code zh}
 */
record Tongue(String language, Settings settings) {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final String CHINESE_DAYS = "一二三四五六日";
    private static final int SHORT = 3;
    private static final SortedMap<Character, DateTimeFormatter> BY_LETTER = formatters();

    /** The names of forms that each language has its own of, instead of a format. */
    static final Map<String, List<String>> FORMS = Map.of(
            "day", List.of("%-m月%-d日", "%b %-d"),
            "date", List.of("%Y年%-m月%-d日", "%b %-d, %Y"),
            "time", List.of("%H:%M", "%H:%M"),
            "datetime", List.of("%Y年%-m月%-d日 %H:%M", "%b %-d, %Y %H:%M"));

    /** An amount with the sign of the house's currency and its decimals. */
    String money(BigDecimal amount) {
        int digits = Currency.getInstance(settings.currency()).getDefaultFractionDigits();
        String plain = amount.abs().setScale(digits, RoundingMode.HALF_UP).toPlainString();
        String sign = sign(settings.currency());
        return (amount.signum() < 0 ? "-" : "") + sign + (isChinese() ? plain : grouped(plain));
    }

    private static String sign(String currency) {
        return switch (currency) {
            case "CNY", "JPY" -> "¥";
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "HKD" -> "HK$";
            case "TWD" -> "NT$";
            case "SGD" -> "S$";
            case "KRW" -> "₩";
            case "INR" -> "₹";
            case "THB" -> "฿";
            default -> currency + " ";
        };
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = point - 3; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /** A moment by a form of this language, or by a format such as {@code %Y-%m-%d}. */
    String moment(LocalDateTime moment, String form) {
        List<String> named = FORMS.get(form);
        String format = named == null ? form : named.get(isChinese() ? 0 : 1);
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%' || i + 1 == format.length()) {
                written.append(format.charAt(i));
            } else if (format.charAt(i + 1) == '-' && i + 2 < format.length()) {
                written.append(directive(moment, format.charAt(i + 2)).replaceFirst("^0(?=.)", ""));
                i += 2;
            } else {
                written.append(directive(moment, format.charAt(i + 1)));
                i++;
            }
        }
        return written.toString();
    }

    private String directive(LocalDateTime at, char letter) {
        if (letter == '%') {
            return "%";
        }
        DateTimeFormatter known = BY_LETTER.get(letter);
        return known == null ? word(at, letter) : known.format(at);
    }

    private String word(LocalDateTime at, char letter) {
        int month = at.getMonthValue();
        int day = at.getDayOfWeek().getValue();
        boolean morning = at.getHour() < 12;
        return switch (letter) {
            case 'B' -> isChinese() ? month + "月" : MONTHS.get(month - 1);
            case 'b' -> isChinese() ? month + "月" : MONTHS.get(month - 1).substring(0, SHORT);
            case 'A' -> isChinese() ? "星期" + CHINESE_DAYS.charAt(day - 1) : DAYS.get(day - 1);
            case 'a' ->
                isChinese()
                        ? "周" + CHINESE_DAYS.charAt(day - 1)
                        : DAYS.get(day - 1).substring(0, SHORT);
            case 'p' -> isChinese() ? (morning ? "上午" : "下午") : morning ? "AM" : "PM";
            default -> "%" + letter;
        };
    }

    private static SortedMap<Character, DateTimeFormatter> formatters() {
        SortedMap<Character, DateTimeFormatter> formatters = new TreeMap<>();
        formatters.put('Y', form("yyyy"));
        formatters.put('y', form("yy"));
        formatters.put('m', form("MM"));
        formatters.put('d', form("dd"));
        formatters.put('e', form("d"));
        formatters.put('H', form("HH"));
        formatters.put('I', form("hh"));
        formatters.put('M', form("mm"));
        formatters.put('S', form("ss"));
        formatters.put('j', form("DDD"));
        formatters.put('F', form("yyyy-MM-dd"));
        formatters.put('R', form("HH:mm"));
        return formatters;
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** Whether a format has only letters that stand for something. */
    static boolean isForm(String form) {
        return FORMS.containsKey(form) || (form.contains("%") && form.matches("(?s)([^%]|%-?[YymdeHIMSjFRBbAap]|%%)*"));
    }

    private boolean isChinese() {
        return language.equals("zh");
    }
}
