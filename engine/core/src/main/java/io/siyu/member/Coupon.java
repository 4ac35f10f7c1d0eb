package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A coupon a member holds or held.
 *
 * @param value minor units of the house currency; 0 if unknown
 * @param campaign the campaign that issued it; empty if none
 * @param issuedAt null while only later parts of its life were heard of
 * @param expiresAt until it is told, the latest time the coupon was heard of
 * @param redemptions how often it was redeemed; a coupon may be redeemed several times
 * @param lapsed told to be over by {@code coupon.lapsed}
 */
public record Coupon(
        String id,
        String kind,
        long value,
        String campaign,
        @Nullable Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant claimedAt,
        int redemptions,
        @Nullable Instant lastRedeemedAt,
        boolean lapsed) {

    /** Whether it could still be redeemed at {@code at}. */
    public boolean open(Instant at) {
        return !lapsed && at.isBefore(expiresAt);
    }

    /** A coupon first heard of by this event, whichever part of its life that tells. */
    static Coupon heardOf(String id, Event event) {
        Coupon unknown = new Coupon(id, "", 0, "", null, event.time(), null, 0, null, false);
        return unknown.after(event);
    }

    /** This coupon after one more event of its life, in whatever order they arrive. */
    Coupon after(Event event) {
        return switch (event.type().name()) {
            case "coupon.issued" -> issued(event);
            case "coupon.claimed" -> described(event).claimed(event.time());
            case "coupon.redeemed" -> described(event).redeemed(event.time());
            case "coupon.lapsed" -> described(event).over();
            default -> this;
        };
    }

    private Coupon issued(Event event) {
        boolean older = issuedAt != null && event.time().isBefore(issuedAt);
        return older ? this : told(event, event.time());
    }

    /** With what a later part of its life tells of it, as long as its issue is unknown. */
    private Coupon described(Event event) {
        return issuedAt == null ? told(event, null) : this;
    }

    private Coupon told(Event event, @Nullable Instant issue) {
        Instant until = (Instant) event.value("expiresAt");
        Instant heard = event.time().isAfter(expiresAt) ? event.time() : expiresAt;
        return new Coupon(
                id,
                Objects.requireNonNullElse(event.data().text("kind"), kind),
                event.data().number("value", value),
                Objects.requireNonNullElse(event.data().text("campaign"), campaign),
                issue,
                until == null ? heard : until,
                claimedAt,
                redemptions,
                lastRedeemedAt,
                lapsed);
    }

    private Coupon claimed(Instant at) {
        Instant first = claimedAt == null || at.isBefore(claimedAt) ? at : claimedAt;
        return new Coupon(id, kind, value, campaign, issuedAt, expiresAt, first, redemptions, lastRedeemedAt, lapsed);
    }

    private Coupon redeemed(Instant at) {
        Instant last = lastRedeemedAt == null || at.isAfter(lastRedeemedAt) ? at : lastRedeemedAt;
        return new Coupon(id, kind, value, campaign, issuedAt, expiresAt, claimedAt, redemptions + 1, last, lapsed);
    }

    private Coupon over() {
        return new Coupon(id, kind, value, campaign, issuedAt, expiresAt, claimedAt, redemptions, lastRedeemedAt, true);
    }
}
