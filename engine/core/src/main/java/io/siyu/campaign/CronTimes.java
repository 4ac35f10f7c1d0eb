package io.siyu.campaign;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** The local times that a cron expression matches. */
final class CronTimes {
    private static final int SUNDAY_TOO = 7;
    private static final CronDefinition FIELDS = CronDefinitionBuilder.defineCron()
            .withMinutes()
            .withStrictRange()
            .and()
            .withHours()
            .withStrictRange()
            .and()
            .withDayOfMonth()
            .supportsL()
            .supportsW()
            .supportsLW()
            .withStrictRange()
            .and()
            .withMonth()
            .withStrictRange()
            .and()
            .withDayOfWeek()
            .withValidRange(0, SUNDAY_TOO)
            .withMondayDoWValue(1)
            .withIntMapping(SUNDAY_TOO, 0)
            .supportsHash()
            .supportsL()
            .withStrictRange()
            .and()
            .instance();

    private final ExecutionTime times;

    private CronTimes(ExecutionTime times) {
        this.times = times;
    }

    /**
     * Reads minute, hour, day of month, month and day of week; when both days are restricted, either is enough.
     *
     * @throws IllegalArgumentException that tells what is wrong
     */
    static CronTimes parse(String expression) {
        return new CronTimes(ExecutionTime.forCron(new CronParser(FIELDS).parse(expression)));
    }

    /** The local times at or after one, in order, without end. */
    Stream<LocalDateTime> from(LocalDateTime earliest) {
        // why: in UTC no local time is skipped or doubled, so the library only matches fields; the schedule knows
        // zones.
        ZonedDateTime before = earliest.minusSeconds(1).atZone(ZoneOffset.UTC);
        return Stream.iterate(
                        times.nextExecution(before), Optional::isPresent, one -> one.flatMap(times::nextExecution))
                .map(one -> one.orElseThrow().toLocalDateTime());
    }
}
