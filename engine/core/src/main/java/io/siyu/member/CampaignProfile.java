package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;

/**
 * What is known of a campaign as a subject.
 *
 * @param goals how many goal events its members told by letter
 * @param ended over, by goal or by hand
 */
public record CampaignProfile(long goals, boolean ended) implements Profile {
    static final CampaignProfile FRESH = new CampaignProfile(0, false);

    @Override
    public CampaignProfile after(Event event, Instant at) {
        return event.type().name().equals("goal.counted") ? new CampaignProfile(goals + 1, ended) : this;
    }

    /** This campaign, over. */
    public CampaignProfile end() {
        return new CampaignProfile(goals, true);
    }
}
