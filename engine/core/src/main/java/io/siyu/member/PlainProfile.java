package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;

/** The profile of a kind whose events leave no facts of their own: push, retailer, partition. */
public record PlainProfile() implements Profile {
    static final PlainProfile FRESH = new PlainProfile();

    @Override
    public PlainProfile after(Event event, Instant at) {
        return this;
    }
}
