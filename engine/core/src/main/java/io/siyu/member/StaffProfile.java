package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;

/** What is known of a staff. */
public record StaffProfile() implements Profile {
    static final StaffProfile FRESH = new StaffProfile();

    @Override
    public StaffProfile after(Event event, Instant at) {
        return this;
    }
}
