package io.siyu.event;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as bytes: the generator's buffer is copied once, to an array of its length, if all of the text fits into it. */
public final class JsonBytes {
    private JsonBytes() {}

    /** The UTF-8 bytes of what is written. */
    public static byte[] of(JsonFactory factory, Consumer<JsonGenerator> content) {
        Collected collected = new Collected();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), collected)) {
            content.accept(json);
        }
        return collected.bytes;
    }

    private static final class Collected extends OutputStream {
        private byte[] bytes = new byte[0];

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            int had = bytes.length;
            bytes = Arrays.copyOf(bytes, had + length);
            System.arraycopy(from, offset, bytes, had, length);
        }
    }
}
