package io.siyu.web.wiring;

import io.siyu.decision.Foresight.Question;
import io.siyu.partition.HouseTime;
import io.siyu.report.reach.Reach;
import io.siyu.report.reach.ReachReader;
import io.siyu.rule.Edition;
import io.siyu.web.audience.Reaches;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Members are asked as they are stored, at the house's time; one question after the other, as the house decides beside. */
final class HouseReaches implements Reaches {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReachReader reader;
    private final HouseTime time;
    private final Semaphore place = new Semaphore(1);

    HouseReaches(ReachReader reader, HouseTime time) {
        this.reader = reader;
        this.time = time;
    }

    @Override
    public Reach of(Edition edition, Question question, boolean exact) {
        if (!isFree()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The members are being asked something else.\nMaybe ask again in a moment.");
        }
        try {
            return exact
                    ? reader.exact(
                            edition, question, time.now(), Runtime.getRuntime().availableProcessors())
                    : reader.sample(edition, question, time.now());
        } finally {
            place.release();
        }
    }

    private boolean isFree() {
        try {
            return place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
