package io.siyu.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.siyu.archive.PastEntry;
import io.siyu.archive.Rebuild;
import io.siyu.archive.RecentPast;
import io.siyu.archive.Snapshots;
import io.siyu.archive.file.FileArchive;
import io.siyu.partition.HouseClock;
import io.siyu.partition.HouseTime;
import io.siyu.partition.StoreDownException;
import io.siyu.replay.DryRun;
import io.siyu.rule.RuleBook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class HouseLastWeekTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    private final CountDownLatch readable = new CountDownLatch(1);
    private final AtomicInteger readings = new AtomicInteger();
    private volatile boolean down;

    @TempDir
    private Path folder;

    private HouseLastWeek week(Duration patience) {
        DryRun.House house = new DryRun.House(
                new Rebuild.Past(new FileArchive(folder), new Slow()),
                Snapshots.NONE,
                hash -> {
                    throw new UnsupportedOperationException();
                },
                (partition, past) -> {
                    throw new UnsupportedOperationException();
                },
                2);
        return new HouseLastWeek(house, new Standing(), Clock.systemUTC(), patience);
    }

    @Test
    void who_asks_while_the_week_is_read_is_told_so_and_it_is_read_once() {
        HouseLastWeek week = week(Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(week::await).isInstanceOfSatisfying(ResponseStatusException.class, told -> {
                assertThat(told.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                assertThat(told.getReason()).contains("is being read").contains("Maybe");
            });
        }
        readable.countDown();
        await().ignoreExceptions().until(() -> week.hits(RuleBook.EMPTY).rules().isEmpty());
        assertThat(week.hits(RuleBook.EMPTY).span().to()).isEqualTo(NOW);
        assertThat(readings).hasValue(1);
    }

    @Test
    void why_it_could_not_be_read_is_told_to_who_asks_next_and_then_it_is_read_anew() {
        HouseLastWeek week = week(Duration.ofMinutes(1));
        down = true;
        readable.countDown();
        assertThatThrownBy(week::await).isInstanceOf(StoreDownException.class);
        down = false;
        assertThat(week.hits(RuleBook.EMPTY).span().played()).isEqualTo(2);
        assertThat(readings).hasValue(2);
    }

    /** A store that answers when the test lets it. */
    private final class Slow implements RecentPast {
        @Override
        public List<Reach> reaches() {
            readings.incrementAndGet();
            try {
                readable.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (down) {
                throw new StoreDownException("away", new IllegalStateException());
            }
            return List.of();
        }

        @Override
        public List<PastEntry> entries(int partition, long after, int limit) {
            return List.of();
        }

        @Override
        public void archived(int partition, long position) {
            throw new UnsupportedOperationException();
        }
    }

    /** Time that stands still. */
    private static final class Standing implements HouseTime {
        @Override
        public HouseClock clock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public HouseClock run(long permille, boolean paused) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HouseClock set(Instant house, long permille) {
            throw new UnsupportedOperationException();
        }
    }
}
