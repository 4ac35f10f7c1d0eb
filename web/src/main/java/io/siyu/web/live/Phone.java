package io.siyu.web.live;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * The sandbox phone of one member or one community.
 *
 * @param owner the subject as written in decisions: a bare member id, or {@code community/…}
 * @param messages the newest last
 */
public record Phone(String owner, List<Received> messages) {

    public Phone {
        messages = List.copyOf(messages);
    }

    /** Whether a whole community reads it. */
    public boolean isCommunity() {
        return owner.startsWith("community/");
    }

    /** The owner's id without its kind. */
    public String id() {
        return owner.substring(owner.indexOf('/') + 1);
    }

    /**
     * A message on the phone.
     *
     * @param at when it arrived, in the retailer's zone
     * @param source the campaign or rule that sent it
     */
    public record Received(String message, ZonedDateTime at, String source, String text) {

        /** Whether it arrived after a moment, in milliseconds since 1970. */
        public boolean isNewerThan(long moment) {
            return at.toInstant().toEpochMilli() > moment;
        }
    }
}
