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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The facts of the last week, read by one thread when somebody asks and kept while memory lasts. */
final class HouseLastWeek implements LastWeek {
    private static final Duration WEEK = Duration.ofDays(7);
    /** why: a house may run faster than real time, and reading takes real time */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DryRun.House house;
    private final HouseTime time;
    private final Clock clock;
    private final Duration patience;
    private SoftReference<Read> last = new SoftReference<>(null);
    private @Nullable CompletableFuture<PastFacts> reading;

    /** @param at real time */
    private record Read(PastFacts facts, Instant at) {}

    HouseLastWeek(DryRun.House house, HouseTime time, Clock clock) {
        this(house, time, clock, PATIENCE);
    }

    /** @param patience how long somebody waits for the week to be read */
    HouseLastWeek(DryRun.House house, HouseTime time, Clock clock, Duration patience) {
        this.house = house;
        this.time = time;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Hits hits(RuleBook book) {
        PastFacts facts = facts();
        return new Hits(facts.span(), Backtest.of(book, facts));
    }

    @Override
    public void await() {
        facts();
    }

    private PastFacts facts() {
        CompletableFuture<PastFacts> week = week();
        try {
            return week.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw beingRead();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw beingRead();
        } catch (ExecutionException e) {
            forget(week);
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static ResponseStatusException beingRead() {
        return new ResponseStatusException(
                HttpStatus.SERVICE_UNAVAILABLE, "The last week is being read.\nMaybe ask again in a moment.");
    }

    /** The week that is known, or the one reading of it that everybody who asks meanwhile shares. */
    private synchronized CompletableFuture<PastFacts> week() {
        @Nullable Read known = last.get();
        if (known != null && clock.instant().isBefore(known.at().plus(FRESH))) {
            return CompletableFuture.completedFuture(known.facts());
        }
        if (reading == null) {
            last = new SoftReference<>(null);
            reading = CompletableFuture.supplyAsync(this::read, HouseLastWeek::start);
        }
        return reading;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "last-week");
        thread.setDaemon(true);
        thread.start();
    }

    private PastFacts read() {
        Instant now = clock.instant();
        Instant to = time.now();
        PastFacts read = PastFacts.read(house, to.minus(WEEK), to);
        keep(new Read(read, now));
        return read;
    }

    private synchronized void keep(Read read) {
        last = new SoftReference<>(read);
        // why: the future would hold the facts when memory is short
        reading = null;
    }

    /** A reading that failed is kept until somebody was told why; whoever asks next has it read anew. */
    private synchronized void forget(CompletableFuture<PastFacts> failed) {
        if (failed == reading) {
            reading = null;
        }
    }
}
