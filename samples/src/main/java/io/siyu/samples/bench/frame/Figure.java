package io.siyu.samples.bench.frame;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One measured number.
 *
 * @param goal what it should be
 * @param samples one of each run, already scaled to the committed machine
 * @param committed what it was when last committed, if it was
 */
public record Figure(Goal goal, List<Double> samples, OptionalDouble committed) {

    /** A figure under this part of its committed value fails the run. */
    static final double LEAST_PART = 0.8;

    public Figure {
        samples = List.copyOf(samples);
    }

    /** What came of a figure. */
    public enum Standing {
        REACHED,
        MET,
        MISSED,
        SHOWN;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The median of the runs. */
    public double value() {
        return Median.of(samples);
    }

    /** Against must and reach. */
    public Standing standing() {
        if (goal.must().isEmpty()) {
            return Standing.SHOWN;
        }
        double value = value();
        if (goal.reach().isPresent() && goal.kind().meets(value, goal.reach().getAsDouble())) {
            return Standing.REACHED;
        }
        return goal.kind().meets(value, goal.must().getAsDouble()) ? Standing.MET : Standing.MISSED;
    }

    /** Whether it is worse than 80 % of its committed value. */
    public boolean isWorse() {
        return committed.isPresent() && goal.kind().part(value(), committed.getAsDouble()) < LEAST_PART;
    }
}
