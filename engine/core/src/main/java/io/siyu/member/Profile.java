package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;

/** What is known of one subject, apart from what campaigns do with it; one record per subject kind. */
public sealed interface Profile
        permits MemberProfile,
                CommunityProfile,
                StoreProfile,
                StaffProfile,
                CampaignProfile,
                QuotaProfile,
                PlainProfile {

    /**
     * The profile after an event; the same object if nothing changed.
     *
     * @param at log time; the event's own time ranks facts that arrive out of order
     */
    Profile after(Event event, Instant at);
}
