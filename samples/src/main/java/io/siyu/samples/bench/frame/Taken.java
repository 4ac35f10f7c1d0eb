package io.siyu.samples.bench.frame;

/**
 * What one run took.
 *
 * @param wallNanos by the clock
 * @param cpuNanos of all processes
 * @param slowness how much slower than the committed machine this one was around the run; 1 is the same
 */
public record Taken(long wallNanos, long cpuNanos, double slowness) {

    /** So many per second by the clock. */
    public double perSecond(long things) {
        return things * 1e9 / wallNanos;
    }

    /** So many per CPU-second over all processes. */
    public double perCpuSecond(long things) {
        return things * 1e9 / cpuNanos;
    }

    /** CPU microseconds for each, over all processes. */
    public double cpuMicros(long things) {
        return cpuNanos / 1e3 / things;
    }

    public double wallMillis() {
        return wallNanos / 1e6;
    }

    public double cpuMillis() {
        return cpuNanos / 1e6;
    }
}
