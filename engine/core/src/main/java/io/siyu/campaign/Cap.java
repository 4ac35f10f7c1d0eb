package io.siyu.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A frequency cap: at most {@code max} messages to one subject within any window of length {@code per}.
 *
 * @param per sliding window, exact to the millisecond
 * @param max 0 means none may be sent
 * @param purpose only messages of this purpose; absent means all
 * @param channel only messages on this channel; absent means all
 */
public record Cap(
        Duration per,
        int max,
        @Nullable Purpose purpose,
        @Nullable String channel) {}
