package io.siyu.decision;

import io.siyu.campaign.Purpose;
import io.siyu.event.Event;
import io.siyu.event.Values;
import io.siyu.member.Consents.Consent;
import io.siyu.member.MemberProfile;
import io.siyu.member.Sent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges whether a dead letter may be tried again: not what nobody wants any more, nor what its daily limit has no unit for. */
final class SecondTries {
    /** Somebody asks for one. */
    static final String ASKED = "message.requeue.asked";

    private final Turn turn;

    SecondTries(Turn turn) {
        this.turn = turn;
    }

    void asked(Event event) {
        Values data = event.data();
        String message = data.text("message");
        String channel = data.text("channel");
        String purpose = data.text("purpose");
        if (message == null || channel == null || purpose == null) {
            return;
        }
        String campaign = data.text("campaign");
        String by = campaign == null ? String.valueOf(data.text("rule")) : campaign;
        Purpose why = Purpose.valueOf(purpose.toUpperCase(Locale.ROOT));
        turn.requests.add(new Requeue(
                turn.state.subject(), message, refusal(new Sent(turn.at, channel, why, by, message), campaign)));
    }

    private String refusal(Sent again, @Nullable String campaign) {
        if (campaign != null && turn.partition.ended().contains(campaign)) {
            return Reason.CAMPAIGN_ENDED.code();
        }
        boolean withdrawn = turn.state.profile() instanceof MemberProfile member
                && member.consents().answer(again.channel(), again.purpose()) == Consent.WITHDRAWN;
        return withdrawn ? Reason.CONSENT_WITHDRAWN.code() : new Units(turn).spendAgain(again);
    }
}
