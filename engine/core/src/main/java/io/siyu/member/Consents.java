package io.siyu.member;

import io.siyu.campaign.Purpose;
import io.siyu.event.Event;
import java.time.Instant;
import java.util.Map;

/**
 * A member's consents per channel and purpose.
 *
 * @param answers the newest answer by {@code channel/purpose}; {@value #ALL} stands for all of either
 */
public record Consents(Map<String, Answer> answers) {
    /** Stands for every channel, or every purpose. */
    public static final String ALL = "*";

    /** Nothing said yet. */
    public static final Consents NONE = new Consents(Map.of());

    /** What a member said, and when it was said. */
    public record Answer(boolean given, Instant at) {

        /** Newer wins; of two at the same time the withdrawal, so that doubt protects the member. */
        boolean outranks(Answer other) {
            return at.equals(other.at) ? !given : at.isAfter(other.at);
        }
    }

    /** What is known for one channel and purpose. */
    public enum Consent {
        GIVEN,
        WITHDRAWN,
        UNKNOWN
    }

    public Consents {
        answers = SortedByText.of(answers);
    }

    /** The latest answer that covers this channel and purpose. */
    public Consent answer(String channel, Purpose purpose) {
        if (answers.isEmpty()) {
            return Consent.UNKNOWN;
        }
        Answer latest = null;
        for (String key : new String[] {
            channel + "/" + purpose.word(), channel + "/" + ALL, ALL + "/" + purpose.word(), ALL + "/" + ALL
        }) {
            Answer answer = answers.get(key);
            if (answer != null && (latest == null || answer.outranks(latest))) {
                latest = answer;
            }
        }
        return latest == null ? Consent.UNKNOWN : latest.given() ? Consent.GIVEN : Consent.WITHDRAWN;
    }

    /** Whether the latest answer on this purpose, on this channel or on all, is a withdrawal: an objection that asks no consent. */
    public boolean objects(String channel, String purpose) {
        Answer latest = null;
        for (String key : new String[] {channel + "/" + purpose, ALL + "/" + purpose}) {
            Answer answer = answers.get(key);
            if (answer != null && (latest == null || answer.outranks(latest))) {
                latest = answer;
            }
        }
        return latest != null && !latest.given();
    }

    /** These consents after {@code consent.given} or {@code consent.withdrawn}; a field left out means all. */
    Consents after(Event event, boolean given) {
        String channel = event.data().text("channel");
        String purpose = event.data().text("purpose");
        String key = (channel == null ? ALL : channel) + "/" + (purpose == null ? ALL : purpose);
        Answer told = new Answer(given, event.time());
        Answer known = answers.get(key);
        return known != null && !told.outranks(known)
                ? this
                : new Consents(SortedByText.of(answers).with(key, told));
    }
}
