package io.siyu.member;

import io.siyu.campaign.Purpose;
import java.util.Map;

/** A member's consents per channel and purpose. */
public record Consents(Map<String, Answer> answers) {
    /** Nothing said yet. */
    public static final Consents NONE = new Consents(Map.of());

    /** What a member said, and when. */
    public record Answer(boolean given, java.time.Instant at) {}

    /** What is known for one channel and purpose. */
    public enum Consent {
        GIVEN,
        WITHDRAWN,
        UNKNOWN
    }

    public Consents {
        answers = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(answers));
    }

    /** The latest answer that covers this channel and purpose. */
    public Consent answer(String channel, Purpose purpose) {
        return Consent.UNKNOWN;
    }
}
