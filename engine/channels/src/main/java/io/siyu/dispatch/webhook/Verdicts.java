package io.siyu.dispatch.webhook;

import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import java.time.Instant;

/** What a reply proves of the message it answers. */
final class Verdicts {
    static final String GONE = "webhook.gone";

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NO_LONGER_HERE = 410;
    private static final int GATEWAY_TIMEOUT = 504;

    private Verdicts() {}

    static Delivery of(Reply reply, Instant now) {
        if (reply instanceof Reply.Silence silence) {
            return silence.sent()
                    ? new Delivery.Unknown(silence.reason())
                    : new Delivery.Rejected(silence.reason(), Fault.PASSING);
        }
        return reply instanceof Reply.Unasked unasked ? unasked(unasked.of(), now) : of((Reply.Answer) reply, now);
    }

    private static Delivery of(Reply.Answer answer, Instant now) {
        int status = answer.status();
        String reason = "webhook." + status;
        if (status / 100 == 2) {
            return new Delivery.Accepted("");
        }
        if (status == GATEWAY_TIMEOUT) {
            // why: a proxy passed the message on and heard nothing, which is a time-out of ours further down the road.
            return new Delivery.Unknown(reason);
        }
        if (status == NO_LONGER_HERE) {
            return new Delivery.Rejected(GONE, Fault.FINAL);
        }
        Fault fault = fault(status);
        return fault == Fault.LIMITED || fault == Fault.PASSING
                ? new Delivery.Rejected(
                        reason, fault, RetryAfter.read(answer.headers(), now).orElse(null))
                : new Delivery.Rejected(reason, fault);
    }

    private static Delivery unasked(Reply reply, Instant now) {
        if (reply instanceof Reply.Silence silence) {
            return new Delivery.Rejected("webhook.token." + lastWord(silence.reason()), Fault.PASSING);
        }
        Reply.Answer answer = (Reply.Answer) reply;
        Fault fault = fault(answer.status());
        boolean passing = fault == Fault.PASSING || fault == Fault.LIMITED;
        return new Delivery.Rejected(
                "webhook.token." + answer.status(),
                passing ? fault : Fault.EXPIRED,
                passing ? RetryAfter.read(answer.headers(), now).orElse(null) : null);
    }

    static boolean isGone(Delivery delivery) {
        return delivery instanceof Delivery.Rejected rejected
                && rejected.reason().equals(GONE);
    }

    static boolean isUnauthorized(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.status() == UNAUTHORIZED;
    }

    private static Fault fault(int status) {
        if (status == TOO_MANY) {
            return Fault.LIMITED;
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return Fault.EXPIRED;
        }
        return status == REQUEST_TIMEOUT || status == TOO_EARLY || status / 100 == 5 ? Fault.PASSING : Fault.FINAL;
    }

    private static String lastWord(String reason) {
        return reason.substring(reason.lastIndexOf('.') + 1);
    }
}
