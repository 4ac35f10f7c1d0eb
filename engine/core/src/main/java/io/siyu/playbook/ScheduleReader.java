package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Recurrence;
import io.siyu.campaign.Trigger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a schedule: {@code once}, {@code cron} or {@code every}, its bounds and its window. */
final class ScheduleReader {

    /** The forms a schedule has. */
    static final List<String> FORMS = List.of("once", "cron", "every");

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDateTime SOMETIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final Pattern EVERY = Pattern.compile("([1-9][0-9]{0,2}) (day|week|month)s?");
    private static final Pattern NEAR = Pattern.compile("([1-9][0-9]{0,2})? *(mo|d|w|m).*");
    private static final String MONTHLY = "0 10 8 * *";

    private final Fields fields;

    private ScheduleReader(Fields fields) {
        this.fields = fields;
    }

    /** The schedule of these fields, closed afterwards; empty, with faults, when it cannot be told. */
    static Optional<Trigger> read(Fields fields, List<Condition> when) {
        try (fields) {
            Duration window = fields.requiredValue("window", ActReader::window, Duration.ofHours(1));
            LocalClock clock = fields.value("clock", Words::clock).orElse(LocalClock.RETAILER);
            return new ScheduleReader(fields)
                    .recurrence()
                    .map(recurrence -> new Trigger.OnSchedule(recurrence, window, when, clock));
        }
    }

    private Optional<Recurrence> recurrence() {
        List<String> written = FORMS.stream().filter(fields::has).toList();
        if (written.size() != 1) {
            fields.faults()
                    .add(
                            fields.mapping(),
                            "schedule.form",
                            "A schedule is one of " + String.join(", ", FORMS) + "; here stand "
                                    + (written.isEmpty() ? "none" : written.size())
                                    + " of them.\nMaybe \"cron: " + MONTHLY + "\".");
            return Optional.empty();
        }
        if (written.get(0).equals("once")) {
            return fields.value("once", ScheduleReader::local).map(Recurrence.Once::new);
        }
        LocalDateTime from = fields.value("from", ScheduleReader::local).orElse(null);
        LocalDateTime until = fields.value("until", text -> until(text, from)).orElse(null);
        return written.get(0).equals("cron")
                ? fields.value("cron", ScheduleReader::cron).map(cron -> new Recurrence.Cron(cron, from, until))
                : every(from, until);
    }

    private Optional<Recurrence> every(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {
        Optional<Length> length = fields.value("every", ScheduleReader::length);
        LocalDateTime first = from != null || fields.has("from")
                ? from
                : fields.requiredValue("from", ScheduleReader::local, SOMETIME);
        return first == null
                ? Optional.empty()
                : length.map(every -> new Recurrence.Every(every.number(), every.unit(), first, until));
    }

    /** So many days, weeks or months. */
    private record Length(long number, ChronoUnit unit) {}

    private static Length length(String text) {
        Matcher every = EVERY.matcher(text);
        if (every.matches()) {
            return new Length(
                    Long.parseLong(every.group(1)),
                    ChronoUnit.valueOf(every.group(2).toUpperCase(Locale.ROOT) + "S"));
        }
        Matcher near = NEAR.matcher(text.strip().toLowerCase(Locale.ROOT));
        String number = near.matches() && near.group(1) != null ? near.group(1) : "1";
        String unit = !near.matches() || near.group(2).startsWith("m") ? "month" : near.group(2);
        String better = number + " " + unit.replaceAll("^d$", "day").replaceAll("^w$", "week");
        throw new WrongValue(
                "schedule.every",
                "it must be a number of days, weeks or months.\nMaybe \"" + better + (number.equals("1") ? "" : "s")
                        + "\".");
    }

    private static String cron(String text) {
        if (fault(text) == null) {
            return text;
        }
        throw new WrongValue("schedule.cron", fault(text) + "\nMaybe \"" + better(text) + "\".");
    }

    private static @Nullable String fault(String text) {
        try {
            boolean some = new Recurrence.Cron(text, null, null).from(SOMETIME).hasNext();
            return some ? null : "no day of any year is such a day.";
        } catch (IllegalArgumentException wrong) {
            String said = String.valueOf(wrong.getMessage()).replace("Failed to parse cron expression. ", "");
            return "it must have minute, hour, day of month, month and day of week (" + said + ").";
        }
    }

    /** What was meant, if that is plain: other programs write seconds, or "?" for a day. */
    private static String better(String text) {
        String plain = text.strip().replace('?', '*');
        List<String> parts = List.of(plain.split(" +", -1));
        String unseconded = parts.size() > 5 ? String.join(" ", parts.subList(1, 6)) : plain;
        return fault(unseconded) == null ? unseconded : MONTHLY;
    }

    private static LocalDateTime until(String text, @Nullable LocalDateTime from) {
        LocalDateTime until = local(text);
        if (from != null && until.isBefore(from)) {
            throw new WrongValue("schedule.until", "it is before the first round.\nMaybe the year is mistyped.");
        }
        return until;
    }

    static LocalDateTime local(String text) {
        try {
            return LocalDateTime.parse(text, LOCAL);
        } catch (DateTimeParseException wrong) {
            throw new WrongValue(
                    "value.local", "it must be a local date and time of the calendar.\nMaybe \"2027-11-01 10:00\".");
        }
    }
}
