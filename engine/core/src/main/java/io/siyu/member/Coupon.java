package io.siyu.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon a member holds or held.
 *
 * @param value minor units of the house currency; 0 if unknown
 * @param campaign the campaign that issued it; empty if none
 * @param redemptions how often it was redeemed; a coupon may be redeemed several times
 * @param lapsed told to be over by {@code coupon.lapsed}
 */
public record Coupon(
        String id,
        String kind,
        long value,
        String campaign,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant claimedAt,
        int redemptions,
        @Nullable Instant lastRedeemedAt,
        boolean lapsed) {

    /** Whether it could still be redeemed at {@code at}. */
    public boolean open(Instant at) {
        return !lapsed && at.isBefore(expiresAt);
    }
}
