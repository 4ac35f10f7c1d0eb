package io.siyu.member;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Where a subject's clock stands. */
public final class Zones {

    /** The attribute of members that names their time zone, such as {@code Asia/Urumqi}. */
    public static final String ATTRIBUTE = "zone";

    private Zones() {}

    /** The member's own zone, if one that exists was told; else the house's. */
    public static ZoneId of(State state, ZoneId house) {
        if (state.profile() instanceof MemberProfile member
                && member.attributes().get(ATTRIBUTE) instanceof String told) {
            try {
                return ZoneId.of(told);
            } catch (DateTimeException unknown) {
                // why: who told it is outside; a member whose zone nobody knows lives by the house's clock.
                return house;
            }
        }
        return house;
    }
}
