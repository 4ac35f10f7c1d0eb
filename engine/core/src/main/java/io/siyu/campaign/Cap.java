package io.siyu.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A frequency cap: at most {@code max} messages to one subject within any window of length {@code per}, or within each
 * day, week or month of the retailer's calendar.
 *
 * @param per sliding window, exact to the millisecond; how long {@code span} lasts at most, if there is one
 * @param max 0 means none may be sent
 * @param purpose only messages of this purpose; absent means all
 * @param channel only messages on this channel; absent means all
 * @param span the part of the calendar it counts in; absent means that the window slides
 */
public record Cap(
        Duration per,
        int max,
        @Nullable Purpose purpose,
        @Nullable String channel,
        @Nullable CalendarSpan span) {

    /** One whose window slides. */
    public Cap(Duration per, int max, @Nullable Purpose purpose, @Nullable String channel) {
        this(per, max, purpose, channel, null);
    }

    /** Whether a message of this purpose on this channel counts. */
    public boolean covers(Purpose ofPurpose, String onChannel) {
        return (purpose == null || purpose == ofPurpose) && (channel == null || channel.equals(onChannel));
    }

    /** What was sent after this still counts at {@code at}. */
    public Instant after(Instant at, ZoneId zone) {
        return span == null ? at.minus(per) : span.begun(at, zone).minusNanos(1);
    }

    /** When what was sent then no longer counts. */
    public Instant frees(Instant sent, ZoneId zone) {
        return span == null ? sent.plus(per) : span.next(sent, zone);
    }

    /** What it narrows to, for reason codes: {@code global}, {@code purpose} or {@code channel}. */
    public String scope() {
        return channel != null ? "channel" : purpose != null ? "purpose" : "global";
    }

    /** As people read it: {@code 2 per 1d marketing phone}, {@code 1 per day}. */
    @Override
    public String toString() {
        return max + " per " + (span == null ? Durations.text(per) : span.word())
                + (purpose == null ? "" : " " + purpose.word()) + (channel == null ? "" : " " + channel);
    }
}
