package io.siyu.replay;

import io.siyu.event.EventReader;
import io.siyu.message.Compose;
import io.siyu.partition.LoadedEditions;
import io.siyu.rule.Edition;
import io.siyu.trace.BrokenTrace;
import io.siyu.trace.TraceHeader;
import io.siyu.trace.TraceReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replay of a trace file: lines are read, decided and written on three threads that keep pace with each other.
 *
 * <p>With one edition and no activation line that edition is active from the start; otherwise activation lines name
 * theirs by hash.
 */
public final class TraceReplay {
    private final Path trace;
    private final LoadedEditions editions;
    private final Edition first;
    private final Compose compose;
    private final Options options;

    /**
     * How to run.
     *
     * @param workers threads that decide, from 1; never changes what is decided
     * @param until what is due from then on is left out; null plays to the end
     */
    public record Options(int workers, @Nullable Instant until) {}

    /** A replay of this file with these editions, of which there is at least one. */
    public TraceReplay(Path trace, List<Edition> editions, Compose compose, Options options) {
        this.trace = trace;
        this.editions = new LoadedEditions(editions);
        this.first = editions.get(0);
        this.compose = compose;
        this.options = options;
    }

    /**
     * Runs it.
     *
     * @param decisions where the decision lines go, in order; left open
     * @param progress told how many lines have been played
     * @throws BrokenTrace when a line cannot be read or is out of order, with the line's number
     */
    public ReplaySummary run(OutputStream decisions, Progress progress) throws IOException {
        long begun = System.nanoTime();
        try (TraceReader reader = new TraceReader(trace, trace.toString());
                ParsedLines lines = new ParsedLines(reader, EventReader.inside(first.catalogue()), editions);
                DecisionLines out = new DecisionLines(decisions)) {
            TraceHeader header = reader.header();
            if (header.mode() == TraceHeader.Mode.RECORDED) {
                throw new BrokenTrace(
                        reader.name(), 1, "Recorded traces cannot be replayed yet.\nMaybe use mode inputs.");
            }
            try (Replay replay = new Replay(plan(header, lines), out)) {
                play(replay, lines, progress);
                replay.drain(options.until());
                return out.summary(replay.entries(), System.nanoTime() - begun);
            }
        }
    }

    /** Is told how a replay gets on. */
    @FunctionalInterface
    public interface Progress {
        void lines(long more);
    }

    private ReplayPlan plan(TraceHeader header, ParsedLines lines) {
        String inForce = lines.activatesFirst() ? null : first.hash();
        return new ReplayPlan(editions, compose, first.catalogue(), inForce, header.partitions(), options.workers());
    }

    private void play(Replay replay, ParsedLines lines, Progress progress) {
        for (List<ParsedLines.Line> batch = lines.next(); !batch.isEmpty(); batch = lines.next()) {
            for (ParsedLines.Line line : batch) {
                if (options.until() != null && !line.at().isBefore(options.until())) {
                    return;
                }
                play(replay, line);
            }
            progress.lines(batch.size());
        }
    }

    private void play(Replay replay, ParsedLines.Line line) {
        try {
            replay.event(line.at(), line.event());
        } catch (IllegalArgumentException outOfOrder) {
            throw new BrokenTrace(trace.toString(), line.number(), String.valueOf(outOfOrder.getMessage()));
        }
    }
}
