package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a member.
 *
 * @param joinedAt time of {@code member.joined}; null if only seen in other events
 * @param level 0 until a level is told
 * @param attributes the retailer's own attributes, typed as in the catalogue
 * @param firstTouch the earliest touchpoint known, {@code lastTouch} the latest
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
        Set<String> communities)
        implements Profile {

    static final MemberProfile FRESH = new MemberProfile(
            null, 0, Set.of(), Map.of(), Consents.NONE, Coupons.NONE, Orders.NONE, null, null, Set.of());

    public MemberProfile {
        tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        communities = Collections.unmodifiableSet(new TreeSet<>(communities));
    }

    @Override
    public MemberProfile after(Event event, Instant at) {
        return this;
    }

    /** With this tag. */
    public MemberProfile tagged(String tag) {
        if (tags.contains(tag)) {
            return this;
        }
        Set<String> more = new TreeSet<>(tags);
        more.add(tag);
        return new MemberProfile(
                joinedAt, level, more, attributes, consents, coupons, orders, firstTouch, lastTouch, communities);
    }
}
