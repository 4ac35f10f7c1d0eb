package io.siyu.web.wiring;

import io.siyu.partition.HouseTime;
import io.siyu.replay.Backtest;
import io.siyu.replay.DryRun;
import io.siyu.replay.PastFacts;
import io.siyu.rule.RuleBook;
import io.siyu.web.backtest.LastWeek;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of the last week, read when somebody asks and kept while memory lasts. */
final class HouseLastWeek implements LastWeek {
    private static final Duration WEEK = Duration.ofDays(7);
    /** why: a house may run faster than real time, and reading takes real time */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final DryRun.House house;
    private final HouseTime time;
    private final Clock clock;
    private SoftReference<Read> last = new SoftReference<>(null);

    /** @param at real time */
    private record Read(PastFacts facts, Instant at) {}

    HouseLastWeek(DryRun.House house, HouseTime time, Clock clock) {
        this.house = house;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Hits hits(RuleBook book) {
        PastFacts facts = facts();
        return new Hits(facts.span(), Backtest.of(book, facts));
    }

    private synchronized PastFacts facts() {
        @Nullable Read known = last.get();
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.facts();
        }
        last = new SoftReference<>(null);
        Instant to = time.now();
        PastFacts read = PastFacts.read(house, to.minus(WEEK), to);
        last = new SoftReference<>(new Read(read, now));
        return read;
    }
}
