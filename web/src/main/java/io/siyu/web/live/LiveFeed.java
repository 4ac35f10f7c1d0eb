package io.siyu.web.live;

import java.util.Optional;

/** The running house as the Live screen sees it. Implementations answer within milliseconds and are thread-safe. */
public interface LiveFeed {

    /**
     * Everything the screen shows, as of now.
     *
     * @param language the visitor's, as {@code en} or {@code zh}
     */
    LiveView now(String language);

    /** A number that grows whenever {@link #now} would say something else. */
    long revision();

    /** Why this message was sent; empty when there is no message with this id. */
    Optional<Timeline> timeline(String message);
}
