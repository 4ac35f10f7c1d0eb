package io.siyu.trace.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A file that tells how many of its bytes were read. */
final class CountedInput extends FilterInputStream {

    private final LongConsumer read;

    CountedInput(InputStream in, LongConsumer read) {
        super(in);
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            read.accept(1);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count > 0) {
            read.accept(count);
        }
        return count;
    }
}
