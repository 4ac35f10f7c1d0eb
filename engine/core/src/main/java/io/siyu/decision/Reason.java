package io.siyu.decision;

import io.siyu.campaign.Promise;
import java.util.Locale;
import java.util.Optional;

/** Why a proposal does not go, or not yet: every code a decision may name, in the order in which its guards speak. */
public enum Reason {
    EDITION_ABSENT("edition", Kind.DROP),
    CAMPAIGN_ENDED("ended", Kind.DROP),
    /** Given by leaving the campaign, not by a guard. */
    CAMPAIGN_LEFT("", Kind.DROP),
    /** Given by the campaign before any guard is asked, as the next four. */
    CAMPAIGN_WINDOW("", Kind.DROP),
    ENTRY_LIVE("", Kind.DROP),
    ENTRY_AGAIN("", Kind.DROP),
    /** Of a step that waited for the member's clock: it is not for the member any more. */
    MEMBER_UNMET("", Kind.DROP),
    /** Of a call: its event is longer ago than the trigger's {@code within}. */
    CALL_LATE("", Kind.DROP),
    EXPIRED("expired", Kind.DROP),
    STALE("stale", Kind.DROP),
    CONTROL("control", Kind.DROP),
    HOLDOUT("holdout", Kind.DROP),
    CHANNEL_PURPOSE("channel", Kind.DROP),
    CHANNEL_OPTOUT("channel", Kind.DROP),
    CONSENT_WITHDRAWN("consent", Kind.DROP),
    CONSENT_UNKNOWN("consent", Kind.DROP),
    ADDRESS_NONE("address", Kind.DROP),
    ADDRESS_UNKNOWN("address", Kind.DROP),
    MEMBER_CLOCK("member.clock", Kind.HOLD),
    OWN_HOUR("own.hour", Kind.HOLD),
    CHANNEL_HOURS("channel.hours", Kind.HOLD),
    QUIET_HOURS("quiet.hours", Kind.HOLD),
    CAP_GLOBAL("caps", Kind.DROP),
    CAP_PURPOSE("caps", Kind.DROP),
    CAP_CHANNEL("caps", Kind.DROP),
    CAP_CAMPAIGN("caps", Kind.DROP),
    CAP_COMMUNITY("caps", Kind.DROP),
    /** Stands for every promise; its code goes on with the promise's name. */
    PROMISE("promises", Kind.DROP),
    ARBITRATION("arbitration", Kind.HOLD),
    QUOTA_ASKED("quota", Kind.HOLD),
    QUOTA_REFUSED("quota", Kind.DROP),
    /** Of a message no guard objects to, as the next. */
    RENDER_FAILED("", Kind.DROP),
    TEXT_LIMIT("", Kind.DROP);

    /** What a reason does to a proposal. */
    public enum Kind {
        /** Final. */
        DROP,
        /** The guards look again later. */
        HOLD
    }

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '.');
    private final String guard;
    private final Kind kind;

    Reason(String guard, Kind kind) {
        this.guard = guard;
        this.kind = kind;
    }

    /** As decision lines have it, such as {@code quiet.hours}; of promises only the beginning. */
    public String code() {
        return code;
    }

    /** The name of the guard that gives it; empty if none does. */
    public String guard() {
        return guard;
    }

    public Kind kind() {
        return kind;
    }

    /** The reason of this code; empty if there is none. */
    public static Optional<Reason> of(String code) {
        for (Reason reason : values()) {
            if (reason.code.equals(code)) {
                return Optional.of(reason);
            }
        }
        return code.startsWith(Promise.REASON) ? Optional.of(PROMISE) : Optional.empty();
    }
}
