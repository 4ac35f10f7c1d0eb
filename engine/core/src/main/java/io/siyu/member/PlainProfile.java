package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;

/** What is known of a plain. */
public record PlainProfile() implements Profile {
    static final PlainProfile FRESH = new PlainProfile();

    @Override
    public PlainProfile after(Event event, Instant at) {
        return this;
    }
}
