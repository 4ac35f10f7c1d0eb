package io.siyu.playbook.grid;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as people write it: a number of the plan, or a date.
 *
 * @param number from 1; 0 when it is a date
 * @param date null when it is a number
 */
record DayCell(int number, @Nullable LocalDate date) {

    private static final Pattern NUMBER = Pattern.compile("(?:第|d|day)?\\s*([0-9]{1,3})(?:\\.0)?\\s*(?:天|日|d)?");
    private static final Pattern WORDS = Pattern.compile("第?([一二三四五六七八九十]{1,3})[天日]");
    private static final String DIGITS = "一二三四五六七八九";
    private static final Pattern DATE = Pattern.compile("(?:([0-9]{4})[-/.年])?\\s*([0-9]{1,2})[-/.月]\\s*([0-9]{1,2})日?"
            + "(?:[ t]00:00(?::00(?:\\.0+)?)?)?\\s*\\(?(?:(?:周|星期).)?\\)?");

    /**
     * The day a cell says; empty when it says none.
     *
     * @param near a day close by, for dates that name no year; null when none is known
     */
    static Optional<DayCell> read(String cell, @Nullable LocalDate near) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(plain);
        if (number.matches()) {
            return Optional.of(new DayCell(Integer.parseInt(number.group(1)), null));
        }
        Matcher words = WORDS.matcher(plain);
        if (words.matches()) {
            return counted(words.group(1)).map(day -> new DayCell(day, null));
        }
        Matcher date = DATE.matcher(plain);
        return date.matches() ? date(date, near).map(day -> new DayCell(0, day)) : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher date, @Nullable LocalDate near) {
        int month = Integer.parseInt(date.group(2));
        int day = Integer.parseInt(date.group(3));
        try {
            if (date.group(1) != null) {
                return Optional.of(LocalDate.of(Integer.parseInt(date.group(1)), month, day));
            }
            if (near == null) {
                return Optional.empty();
            }
            LocalDate same = LocalDate.of(near.getYear(), month, day);
            // why: a plan over the turn of the year writes January behind December
            return Optional.of(same.isBefore(near.minusMonths(6)) ? same.plusYears(1) : same);
        } catch (DateTimeException unreal) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> counted(String words) {
        int ten = words.indexOf('十');
        String tens = ten < 0 ? "" : words.substring(0, ten);
        String ones = words.substring(ten + 1);
        if (tens.length() > 1 || ones.length() > 1 || ones.contains("十")) {
            return Optional.empty();
        }
        int high = ten < 0 ? 0 : tens.isEmpty() ? 1 : DIGITS.indexOf(tens) + 1;
        int low = ones.isEmpty() ? 0 : DIGITS.indexOf(ones) + 1;
        return Optional.of(10 * high + low);
    }
}
