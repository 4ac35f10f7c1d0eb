package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a member.
 *
 * @param joinedAt time of the first {@code member.joined}; null if only seen in other events
 * @param level 0 until a level is told
 * @param attributes the member attributes of the catalogue that were told, typed as rules see them
 * @param firstTouch the earliest touchpoint known, {@code lastTouch} the latest
 * @param told when the newest word on the level, an attribute or a community was spoken, so that an older one that
 *     arrives later changes nothing
 */
public record MemberProfile(
        @Nullable Instant joinedAt,
        long level,
        Set<String> tags,
        Map<String, Object> attributes,
        Consents consents,
        Coupons coupons,
        Orders orders,
        @Nullable Touch firstTouch,
        @Nullable Touch lastTouch,
        Set<String> communities,
        Map<String, Instant> told)
        implements Profile {

    static final MemberProfile FRESH = new MemberProfile(
            null, 0, Set.of(), Map.of(), Consents.NONE, Coupons.NONE, Orders.NONE, null, null, Set.of(), Map.of());

    public MemberProfile {
        tags = SortedTexts.of(tags);
        attributes = SortedByText.of(attributes);
        communities = SortedTexts.of(communities);
        told = SortedByText.of(told);
    }

    @Override
    public MemberProfile after(Event event, Instant at) {
        MemberDraft draft = new MemberDraft(this);
        draft.learn(event, at);
        return draft.finish();
    }

    /** With these attributes instead of its own. */
    public MemberProfile with(Map<String, Object> others) {
        return new MemberProfile(
                joinedAt, level, tags, others, consents, coupons, orders, firstTouch, lastTouch, communities, told);
    }

    /** With this tag. */
    public MemberProfile tagged(String tag) {
        MemberDraft draft = new MemberDraft(this);
        draft.tag(tag);
        return draft.finish();
    }
}
