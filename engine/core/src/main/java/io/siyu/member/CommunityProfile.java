package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;

/** What is known of a community. */
public record CommunityProfile() implements Profile {
    static final CommunityProfile FRESH = new CommunityProfile();

    @Override
    public CommunityProfile after(Event event, Instant at) {
        return this;
    }
}
