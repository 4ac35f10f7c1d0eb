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
        @Nullable String channel) {

    /** Whether a message of this purpose on this channel counts. */
    public boolean covers(Purpose ofPurpose, String onChannel) {
        return (purpose == null || purpose == ofPurpose) && (channel == null || channel.equals(onChannel));
    }

    /** What it narrows to, for reason codes: {@code global}, {@code purpose} or {@code channel}. */
    public String scope() {
        return channel != null ? "channel" : purpose != null ? "purpose" : "global";
    }

    /** As people read it: {@code 2 per PT24H marketing phone}. */
    @Override
    public String toString() {
        return max + " per " + per + (purpose == null ? "" : " " + purpose.word())
                + (channel == null ? "" : " " + channel);
    }
}
