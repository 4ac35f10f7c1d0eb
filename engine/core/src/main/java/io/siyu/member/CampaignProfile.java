package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;

/** What is known of a campaign. */
public record CampaignProfile() implements Profile {
    static final CampaignProfile FRESH = new CampaignProfile();

    @Override
    public CampaignProfile after(Event event, Instant at) {
        return this;
    }
}
