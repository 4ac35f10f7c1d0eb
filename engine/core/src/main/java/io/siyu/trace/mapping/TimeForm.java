package io.siyu.trace.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A point in time, or a date.
 *
 * @param pattern how the file writes it
 * @param zone the zone of times written without one
 * @param at time of day that replaces the written one; null keeps it, midnight for a date
 * @param plus added afterwards, days and weeks by the local calendar
 * @param date the result is the local date alone
 */
record TimeForm(Pattern pattern, ZoneId zone, @Nullable LocalTime at, Shift plus, boolean date) implements Form {

    @Override
    public Object read(Object raw) throws BadRow {
        TemporalAccessor written =
                raw instanceof Instant instant ? instant.atZone(zone) : pattern.parse(raw.toString());
        if (date) {
            return LocalDate.from(local(written)).plusDays(plus.days());
        }
        if (at == null && plus.days() == 0 && written instanceof OffsetDateTime exact) {
            return exact.toInstant().plus(plus.exact());
        }
        LocalDateTime local = local(written).plusDays(plus.days());
        return inZone(at == null ? local : local.toLocalDate().atTime(at)).plus(plus.exact());
    }

    private LocalDateTime local(TemporalAccessor written) {
        if (written instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        return written instanceof LocalDateTime time
                ? time
                : OffsetDateTime.from(written).atZoneSameInstant(zone).toLocalDateTime();
    }

    private Instant inZone(LocalDateTime local) throws BadRow {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw new BadRow("The local time " + local + " does not exist in " + zone
                    + ", clocks were put forward.\nMaybe the file is in another zone.");
        }
        return ZonedDateTime.of(local, zone).toInstant(); // why: of two equal local times in autumn this is the earlier
    }

    /** How a file writes a time: a pattern of letters, {@code epochSeconds}, {@code epochMillis}, or ISO when absent. */
    record Pattern(String text, @Nullable DateTimeFormatter formatter) {

        private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendPattern("['T'][' ']")
                .appendOptional(new DateTimeFormatterBuilder()
                        .append(DateTimeFormatter.ISO_LOCAL_TIME)
                        .appendPattern("[XXX][XX][X]")
                        .toFormatter(Locale.ROOT))
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        static final Pattern STANDARD = new Pattern("", ISO);

        /** Reads a pattern of {@link DateTimeFormatter}; a wrong one is an {@link IllegalArgumentException}. */
        static Pattern of(String text) {
            if (text.equals("epochSeconds") || text.equals("epochMillis")) {
                return new Pattern(text, null);
            }
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern(text);
            if (text.replaceAll("'[^']*'", "").contains("y")) {
                builder.parseDefaulting(ChronoField.ERA, 1); // why: strict reading of yyyy asks for the era
            }
            return new Pattern(text, builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
        }

        TemporalAccessor parse(String raw) throws BadRow {
            if (formatter == null) {
                long number = Numbers.exact(raw).longValue();
                Instant instant =
                        text.equals("epochMillis") ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
                return instant.atOffset(java.time.ZoneOffset.UTC);
            }
            try {
                return formatter.parseBest(raw.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            } catch (DateTimeException unreadable) {
                throw new BadRow("\"" + raw + "\" is not a time" + (text.isEmpty() ? "" : " like \"" + text + "\"")
                        + ".\nMaybe " + (text.isEmpty() ? "add a pattern." : "the pattern is another one."));
            }
        }
    }
}
