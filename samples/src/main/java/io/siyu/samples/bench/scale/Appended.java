package io.siyu.samples.bench.scale;

/** How many bytes were appended to a file that may be made shorter meanwhile, from looks at its length. */
public final class Appended {
    private long last;
    private long sum;

    /** From this length on. */
    public Appended(long length) {
        this.last = length;
    }

    /** It is so long now. */
    public void look(long length) {
        sum += Math.max(0, length - last);
        last = length;
    }

    /** Bytes, but for those between the last look before it was made shorter and that moment. */
    public long bytes() {
        return sum;
    }
}
