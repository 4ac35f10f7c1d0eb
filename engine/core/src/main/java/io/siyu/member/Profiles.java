package io.siyu.member;

import io.siyu.event.SubjectKind;

/** The profile a subject of each kind starts with. */
final class Profiles {
    private Profiles() {}

    static Profile fresh(SubjectKind kind) {
        return switch (kind) {
            case MEMBER -> MemberProfile.FRESH;
            case COMMUNITY -> CommunityProfile.FRESH;
            case STORE -> StoreProfile.FRESH;
            case STAFF -> StaffProfile.FRESH;
            case CAMPAIGN -> CampaignProfile.FRESH;
            case QUOTA -> QuotaProfile.FRESH;
            case PUSH, RETAILER, PARTITION -> PlainProfile.FRESH;
        };
    }
}
