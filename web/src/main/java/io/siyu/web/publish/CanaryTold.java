package io.siyu.web.publish;

import io.siyu.report.canary.Comparison;
import io.siyu.report.canary.Conduct;
import io.siyu.web.publish.Canaries.Canary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An edition being tried, as it is told.
 *
 * @param before the edition of all other partitions
 * @param partition where it is tried
 * @param ends when it goes on by itself, if it has heard {@code enough} events by then
 * @param against what speaks against it, see {@link Comparison.Against}; it goes back within seconds
 * @param lines every kind of decision, those that differ by more than chance first
 */
public record CanaryTold(
        long revision,
        String edition,
        String before,
        int partition,
        String by,
        Instant began,
        Instant ends,
        double within,
        int enough,
        List<MeasureTold> measures,
        List<String> against,
        List<LineTold> lines) {
    private static final int MOST_LINES = 40;

    public CanaryTold {
        measures = List.copyOf(measures);
        against = List.copyOf(against);
        lines = List.copyOf(lines);
    }

    /** A count of the one partition and of the others together. */
    public record MeasureTold(String measure, long canary, long rest) {}

    /** Decisions that are alike, of both sides. */
    public record LineTold(
            String origin, String step, String verdict, String reason, long canary, long rest, boolean differs) {}

    static CanaryTold of(Canary canary) {
        Comparison comparison = canary.comparison();
        return new CanaryTold(
                canary.published().revision(),
                canary.published().edition(),
                canary.before(),
                Objects.requireNonNull(canary.published().only()),
                canary.published().by(),
                canary.began(),
                canary.ends(),
                comparison.within(),
                Canary.ENOUGH,
                measures(comparison.canary(), comparison.rest()),
                comparison.against().stream().map(Comparison.Against::word).toList(),
                comparison.lines().stream()
                        .limit(MOST_LINES)
                        .map(CanaryTold::line)
                        .toList());
    }

    private static List<MeasureTold> measures(Conduct canary, Conduct rest) {
        return List.of(
                new MeasureTold("events", canary.events(), rest.events()),
                new MeasureTold("sent", canary.sent(), rest.sent()),
                new MeasureTold("failed", canary.failed(), rest.failed()),
                new MeasureTold("broken", canary.broken(), rest.broken()),
                new MeasureTold("dead", canary.dead(), rest.dead()));
    }

    private static LineTold line(Comparison.Line line) {
        Conduct.Kind kind = line.kind();
        return new LineTold(
                kind.origin(), kind.step(), kind.verdict(), kind.reason(), line.canary(), line.rest(), line.differs());
    }

    /** How many of a count come on a thousand events, of the one partition. */
    public double perThousand(MeasureTold measure) {
        return perThousand(measure.canary(), measures.get(0).canary());
    }

    /** The same of the others. */
    public double perThousandOfRest(MeasureTold measure) {
        return perThousand(measure.rest(), measures.get(0).rest());
    }

    private static double perThousand(long count, long events) {
        return events == 0 ? 0 : 1_000.0 * count / events;
    }
}
