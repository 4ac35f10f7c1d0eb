package io.siyu.playbook;

import io.siyu.campaign.Durations;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.PlaybookId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How single values are written in playbook files; each reader throws an {@link IllegalArgumentException} that advises. */
final class WrittenValues {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]))?%");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");

    private WrittenValues() {}

    /** An id: small letters, digits and inner hyphens, at most 64. */
    static String id(String text) {
        if (PlaybookId.isOne(text)) {
            return text;
        }
        String better =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String advice = PlaybookId.isOne(better) ? "\"" + better + "\"" : "\"welcome-1\"";
        throw new WrongValue(
                "value.id", "it must be small letters, digits and hyphens, at most 64.\nMaybe " + advice + ".");
    }

    static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new WrongValue("value.duration", String.valueOf(wrong.getMessage()));
        }
    }

    static Duration positive(String text) {
        Duration duration = duration(text);
        if (duration.isZero()) {
            throw new WrongValue("value.duration", "it must be longer than nothing.\nMaybe \"1h\".");
        }
        return duration;
    }

    /** A share of members in percent with at most one decimal, as 1/1000. */
    static int permille(String text) {
        Matcher percent = PERCENT.matcher(text);
        if (!percent.matches()) {
            throw new WrongValue("value.share", "it must be a percentage with at most one decimal.\nMaybe \"5%\".");
        }
        int tenths = percent.group(2) == null ? 0 : Integer.parseInt(percent.group(2));
        int permille = 10 * Integer.parseInt(percent.group(1)) + tenths;
        if (permille > 1000) {
            throw new WrongValue("value.share", "it is more than everybody.\nMaybe \"5%\".");
        }
        return permille;
    }

    static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }

    static LocalTime time(String text) {
        if (!isTime(text)) {
            throw new WrongValue(
                    "value.time", "it must be a local time of four digits.\nMaybe \"08:00\" or \"21:30\".");
        }
        return LocalTime.parse(text);
    }

    static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new WrongValue("value.date", "it must be a date written year-month-day.\nMaybe \"2027-11-01\".");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreal) {
            throw new WrongValue("value.date", "the calendar has no such day.\nMaybe the month is shorter.");
        }
    }

    static ZoneId zone(String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        List<String> cities = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/"))
                .sorted()
                .toList();
        String near = Nearest.to(text, cities).orElse("Asia/Shanghai");
        throw new WrongValue("value.zone", "it must be a time zone of the IANA database.\nMaybe \"" + near + "\".");
    }

    static String currency(String text) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(text));
        if (!known) {
            throw new WrongValue(
                    "value.currency", "it must be an ISO 4217 code of three capitals.\nMaybe \"CNY\" or \"USD\".");
        }
        return text;
    }

    static String language(String text) {
        if (text.length() != 2 || !List.of(Locale.getISOLanguages()).contains(text)) {
            throw new WrongValue(
                    "value.language", "it must be a language code of two small letters.\nMaybe \"en\" or \"zh\".");
        }
        return text;
    }

    /** An amount in units, as minor units of a currency with {@code digits} decimals. */
    static long money(String text, int digits) {
        if (!MONEY.matcher(text).matches()) {
            throw new WrongValue(
                    "value.money", "it must be an amount in whole units or with decimals.\nMaybe \"20\" or \"19.90\".");
        }
        BigDecimal minor = new BigDecimal(text).movePointRight(digits).stripTrailingZeros();
        if (minor.scale() > 0) {
            throw new WrongValue(
                    "value.money", "the house's currency has only " + digits + " decimals.\nMaybe round it.");
        }
        return minor.longValueExact();
    }
}
