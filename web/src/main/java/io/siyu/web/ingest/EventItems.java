package io.siyu.web.ingest;

import java.io.IOException;
import java.util.Optional;

/** Events one after another, however they were sent. */
@FunctionalInterface
interface EventItems {

    /**
     * The next event; empty behind the last one.
     *
     * @throws BadBodyException when no further event can be told apart
     */
    Optional<EventItem> next() throws IOException;

    /** Exactly one event. */
    static EventItems single(byte[] body) {
        boolean[] taken = {false};
        return () -> {
            Optional<EventItem> item =
                    taken[0] ? Optional.empty() : Optional.of(new EventItem(1, body, 0, body.length));
            taken[0] = true;
            return item;
        };
    }
}
