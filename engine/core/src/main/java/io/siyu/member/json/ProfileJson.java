package io.siyu.member.json;

import io.siyu.event.SubjectKind;
import io.siyu.member.CampaignProfile;
import io.siyu.member.CommunityProfile;
import io.siyu.member.MemberProfile;
import io.siyu.member.PlainProfile;
import io.siyu.member.Profile;
import io.siyu.member.QuotaProfile;
import io.siyu.member.StaffProfile;
import io.siyu.member.StoreProfile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The profiles of all subject kinds. */
final class ProfileJson {

    private ProfileJson() {}

    static void write(JsonGenerator json, Rows rows, Profile profile) {
        json.writeObjectPropertyStart("profile");
        if (profile instanceof MemberProfile member) {
            MemberJson.write(json, rows, member);
        } else if (profile instanceof CommunityProfile community) {
            write(json, community);
        } else if (profile instanceof StoreProfile store) {
            Json.map(json, "expiring", store.expiring(), until -> Json.instant(json, until));
        } else if (profile instanceof StaffProfile staff) {
            Json.number(json, "tasksDone", staff.tasksDone());
            Json.instant(json, "lastTask", staff.lastTaskAt());
            Json.number(json, "earned", staff.earned());
        } else if (profile instanceof CampaignProfile campaign) {
            Json.number(json, "goals", campaign.goals());
            Json.flag(json, "ended", campaign.ended());
        } else if (profile instanceof QuotaProfile quota) {
            QuotaJson.write(json, quota);
        }
        json.writeEndObject();
    }

    static Profile read(JsonNode node, JsonNode words, SubjectKind kind) {
        return switch (kind) {
            case MEMBER -> MemberJson.read(node, words);
            case COMMUNITY -> community(node);
            case STORE -> new StoreProfile(Json.map(node, "expiring", Json::instant));
            case STAFF ->
                new StaffProfile(
                        Json.number(node, "tasksDone"),
                        Json.instantOrNull(node, "lastTask"),
                        Json.number(node, "earned"));
            case CAMPAIGN -> new CampaignProfile(Json.number(node, "goals"), Json.flag(node, "ended"));
            case QUOTA -> QuotaJson.profile(node);
            case PUSH, RETAILER, PARTITION -> new PlainProfile();
        };
    }

    private static void write(JsonGenerator json, CommunityProfile community) {
        Json.text(json, "name", community.name());
        Json.text(json, "type", community.type());
        Json.text(json, "store", community.store());
        Json.text(json, "owner", community.owner());
        Json.number(json, "members", community.members());
        Json.instant(json, "told", community.toldAt());
    }

    private static CommunityProfile community(JsonNode node) {
        return new CommunityProfile(
                Json.text(node, "name"),
                Json.text(node, "type"),
                Json.text(node, "store"),
                Json.text(node, "owner"),
                Json.number(node, "members"),
                Json.instantOrNull(node, "told"));
    }
}
