package io.siyu.web.ingest;

import io.siyu.event.EventReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a stream, one event each; holds one line at a time, and no more of it than an event may have. */
final class LineItems implements EventItems {

    private static final int KEPT = EventReader.MAX_BYTES + 1;

    private final InputStream stream;
    private final byte[] buffer = new byte[16_384];
    private int filled;
    private int at;
    private long number;

    LineItems(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public Optional<EventItem> next() throws IOException {
        byte[] line = line();
        while (line != null && isBlank(line)) {
            line = line();
        }
        return line == null ? Optional.empty() : Optional.of(new EventItem(number, line, 0, line.length));
    }

    private byte @Nullable [] line() throws IOException {
        byte[] line = new byte[512];
        int length = 0;
        boolean any = false;
        while (more()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int taken = Math.min(end - at, KEPT - length);
            if (length + taken > line.length) {
                line = Arrays.copyOf(line, Math.min(KEPT, Math.max(line.length * 2, length + taken)));
            }
            System.arraycopy(buffer, at, line, length, taken);
            length += taken;
            at = end;
            if (end < filled) {
                at++;
                break;
            }
        }
        number += any ? 1 : 0;
        return any ? Arrays.copyOf(line, length) : null;
    }

    private boolean more() throws IOException {
        if (at == filled) {
            filled = Math.max(0, stream.read(buffer));
            at = 0;
        }
        return filled > 0;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
