package io.siyu.samples.demo;

import java.util.List;
import java.util.SplittableRandom;

/** A stream of chance that is the same for the same seed and key, whatever was drawn elsewhere. */
final class Chance {
    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream of one thing among many, such as member 17. */
    static Chance of(long seed, int thing, long number) {
        return new Chance((seed * 31 + thing) * 0x9E3779B97F4A7C15L + number * 0xC2B2AE3D27D4EB4FL);
    }

    /** A number from 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Whether something that happens in so many of 1000 cases happens. */
    boolean in1000(int cases) {
        return random.nextInt(1000) < cases;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** An index, each as likely as its weight. */
    int weighted(int... weights) {
        int all = 0;
        for (int weight : weights) {
            all += weight;
        }
        int drawn = random.nextInt(all);
        for (int i = 0; i < weights.length; i++) {
            drawn -= weights[i];
            if (drawn < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
