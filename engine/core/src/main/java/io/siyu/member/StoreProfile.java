package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;

/** What is known of a store. */
public record StoreProfile() implements Profile {
    static final StoreProfile FRESH = new StoreProfile();

    @Override
    public StoreProfile after(Event event, Instant at) {
        return this;
    }
}
