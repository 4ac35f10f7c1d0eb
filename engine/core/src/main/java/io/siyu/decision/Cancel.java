package io.siyu.decision;

import io.siyu.campaign.Purpose;
import io.siyu.event.Subject;
import io.siyu.member.Consents;
import io.siyu.member.Consents.Consent;
import java.util.List;

/** Asks that messages not be sent which nobody has claimed yet. */
public sealed interface Cancel extends Request {

    /** Why, in the words of receipts. */
    String reason();

    /** Whether it is about this message; {@code campaign} is empty if a rule sends it. */
    boolean covers(String message, String channel, Purpose purpose, String campaign);

    /** The member withdrew consent: all that these consents forbid. */
    record Withdrawn(Subject subject, Consents consents) implements Cancel {
        @Override
        public String reason() {
            return Reason.CONSENT_WITHDRAWN.code();
        }

        @Override
        public boolean covers(String message, String channel, Purpose purpose, String campaign) {
            return consents.answer(channel, purpose) == Consent.WITHDRAWN;
        }
    }

    /** The subject left a campaign: these messages of the enrolment, as far as there are any. */
    record Left(Subject subject, List<String> messages) implements Cancel {
        public Left {
            messages = List.copyOf(messages);
        }

        @Override
        public String reason() {
            return Reason.CAMPAIGN_LEFT.code();
        }

        @Override
        public boolean covers(String message, String channel, Purpose purpose, String campaign) {
            return messages.contains(message);
        }
    }

    /** A campaign is over: all it sends the subject. */
    record Ended(Subject subject, String campaign) implements Cancel {
        @Override
        public String reason() {
            return Reason.CAMPAIGN_ENDED.code();
        }

        @Override
        public boolean covers(String message, String channel, Purpose purpose, String origin) {
            return origin.equals(campaign);
        }
    }
}
