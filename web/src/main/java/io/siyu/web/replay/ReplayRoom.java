package io.siyu.web.replay;

import io.siyu.message.LiquidTexts;
import io.siyu.replay.TraceReplay;
import io.siyu.rule.Edition;
import io.siyu.trace.BrokenTrace;
import io.siyu.web.publish.Publishing;
import io.siyu.web.replay.Run.Standing;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plays traces one after another beside the live house, which goes first: one run at a time, with one worker. */
@Component
class ReplayRoom {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRoom.class);
    private static final int WAITING = 4;
    private static final int KEPT = 20;

    private final Traces traces;
    private final Publishing publishing;
    private final Clock clock;
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Run> runs = new ConcurrentSkipListMap<>();
    private final ThreadPoolExecutor player = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> new Thread(task, "replay-room"));

    ReplayRoom(Traces traces, Publishing publishing, Clock clock) {
        this.traces = traces;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** The runs since the server started, the newest first; old ones are forgotten. */
    List<Run> runs() {
        return List.copyOf(runs.descendingMap().values());
    }

    Optional<Run> run(long number) {
        return Optional.ofNullable(runs.get(number));
    }

    /** Plays a trace with the edition in force; empty when too many runs wait already or there is no such trace. */
    Optional<Run> play(String trace, String by) {
        Edition edition = publishing.edition();
        return traces.find(trace).flatMap(file -> {
            Run run = new Run(
                    numbers.incrementAndGet(), trace, edition.hash(), by, clock.instant(), new Standing.Playing(0));
            runs.put(run.number(), run);
            try {
                player.execute(() -> play(run, file, edition));
            } catch (RejectedExecutionException full) {
                runs.remove(run.number());
                return Optional.empty();
            }
            while (runs.size() > KEPT) {
                runs.pollFirstEntry();
            }
            return Optional.of(run);
        });
    }

    private void play(Run run, Path file, Edition edition) {
        AtomicLong lines = new AtomicLong();
        try {
            var replay = new TraceReplay(file, List.of(edition), new LiquidTexts(), new TraceReplay.Options(1, null));
            stands(
                    run,
                    new Standing.Played(replay.run(
                            OutputStream.nullOutputStream(),
                            more -> stands(run, new Standing.Playing(lines.addAndGet(more))))));
        } catch (BrokenTrace | IOException broken) {
            stands(run, new Standing.Broken(String.valueOf(broken.getMessage())));
        } catch (RuntimeException fault) { // why: the edge of this thread; the visitor is told, the log has the cause.
            LOG.error("The replay of {} failed.", run.trace(), fault);
            stands(run, new Standing.Broken("The replay failed; the server's log says more."));
        }
    }

    private void stands(Run run, Standing standing) {
        runs.computeIfPresent(run.number(), (number, known) -> known.now(standing));
    }

    @PreDestroy
    void close() {
        player.shutdownNow();
    }
}
