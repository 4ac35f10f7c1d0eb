package io.siyu.samples.bench.frame;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * A fixed piece of work on one thread: arithmetic, and reads and writes over half a mebibyte. How long it takes tells how
 * fast the machine is just now.
 */
public final class Calibration {
    private static final int STEPS = 2_000_000;
    private static final int TABLE = 1 << 16;
    private static final long RESULT = 3_492_156_549_768_096_716L;
    private static final int WARM = 4;
    private static final int ROUNDS = 3;

    private static boolean warm;

    private Calibration() {}

    /** CPU milliseconds of the loop, the best of a few rounds, once the compiler has seen it. */
    public static synchronized double millis() {
        for (int i = 0; !warm && i < WARM; i++) {
            round();
        }
        warm = true;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            best = Math.min(best, round());
        }
        return best;
    }

    private static double round() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long result = loop();
        long taken = threads.getCurrentThreadCpuTime() - begun;
        if (result != RESULT) {
            throw new IllegalStateException("The calibration loop came to " + result + ".");
        }
        return taken / 1e6;
    }

    /** The loop; the same result on every machine. */
    static long loop() {
        long[] table = new long[TABLE];
        long x = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < STEPS; i++) {
            x += 0x9E3779B97F4A7C15L;
            long mixed = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
            int place = (int) (mixed >>> 48);
            table[place] += mixed ^ (table[(place * 31 + 7) & (TABLE - 1)] >>> 3);
            x ^= table[place];
        }
        return x;
    }
}
