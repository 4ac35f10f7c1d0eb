package io.siyu.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object after parsing: a CloudEvents envelope, or bytes that are not even that. */
interface Opened {

    /** The event, or why there is none. */
    Reading result();

    /** The entry around the event that was read; null when an attribute of entries is missing or wrong. */
    @Nullable
    Entry entry(Event event);

    /** Bytes that are no JSON object within the limits. */
    record Broken(Reason reason) implements Opened {

        static Opened because(String code, String message, String maybe) {
            return new Broken(new Reason("", code, message + "\nMaybe " + maybe));
        }

        @Override
        public Reading result() {
            return new Reading.Refused(List.of(reason));
        }

        @Override
        public @Nullable Entry entry(Event event) {
            return null;
        }
    }
}
