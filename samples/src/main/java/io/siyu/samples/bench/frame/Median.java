package io.siyu.samples.bench.frame;

import java.util.Collection;

/** The middle of some samples, and other places in their order. */
public final class Median {
    private Median() {}

    /** The middle one; of an even number the mean of the two in the middle. */
    public static double of(Collection<Double> samples) {
        double[] sorted = sorted(samples);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The sample that {@code percent} of all are not above: the nearest rank. */
    public static double percentile(Collection<Double> samples, double percent) {
        double[] sorted = sorted(samples);
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    private static double[] sorted(Collection<Double> samples) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured.\nMaybe --runs is 0.");
        }
        return samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
