package io.siyu.campaign;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the rounds of a schedule begin, in local times that know no clock change. */
public sealed interface Recurrence {

    /** No round begins at or after this local time. */
    LocalDateTime END_OF_TIME = LocalDateTime.of(2101, 1, 1, 0, 0);

    /** The rounds at or after a local time, in order; without an end unless {@link #until()} gives one. */
    Iterator<LocalDateTime> from(LocalDateTime earliest);

    /** The last local time at which a round may begin; empty when the rounds go on for ever. */
    Optional<LocalDateTime> until();

    /** One round. */
    record Once(LocalDateTime at) implements Recurrence {
        @Override
        public Iterator<LocalDateTime> from(LocalDateTime earliest) {
            return Stream.of(at).filter(one -> !one.isBefore(earliest)).iterator();
        }

        @Override
        public Optional<LocalDateTime> until() {
            return Optional.of(at);
        }
    }

    /**
     * A round every so many days, weeks or months, counted from the first. Months from the 31st fall on the last day of
     * shorter ones and on the 31st again afterwards; a 29 February every 12 months falls on the 28th of common years.
     *
     * @param number from 1
     * @param unit days, weeks or months
     * @param first the first round
     * @param last the last local time at which a round may begin; null for none
     */
    record Every(
            long number,
            ChronoUnit unit,
            LocalDateTime first,
            @Nullable LocalDateTime last) implements Recurrence {
        @Override
        public Iterator<LocalDateTime> from(LocalDateTime earliest) {
            long skipped = Math.max(0, unit.between(first, earliest) / number - 1);
            return within(
                    LongStream.iterate(skipped, i -> i + 1).mapToObj(i -> first.plus(i * number, unit)),
                    earliest,
                    last);
        }

        @Override
        public Optional<LocalDateTime> until() {
            return Optional.ofNullable(last);
        }
    }

    /**
     * A round at every local time a cron expression of five fields matches.
     *
     * @param expression minute, hour, day of month, month, day of week; as {@link CronTimes} reads it
     * @param first no round is before it; null for no such bound
     * @param last the last local time at which a round may begin; null for none
     */
    record Cron(
            String expression,
            @Nullable LocalDateTime first,
            @Nullable LocalDateTime last) implements Recurrence {
        @Override
        public Iterator<LocalDateTime> from(LocalDateTime earliest) {
            LocalDateTime start = first != null && first.isAfter(earliest) ? first : earliest;
            return within(CronTimes.parse(expression).from(start), start, last);
        }

        @Override
        public Optional<LocalDateTime> until() {
            return Optional.ofNullable(last);
        }
    }

    private static Iterator<LocalDateTime> within(
            Stream<LocalDateTime> rounds, LocalDateTime earliest, @Nullable LocalDateTime last) {
        return rounds.dropWhile(round -> round.isBefore(earliest))
                .takeWhile(round -> round.isBefore(END_OF_TIME) && (last == null || !round.isAfter(last)))
                .iterator();
    }
}
