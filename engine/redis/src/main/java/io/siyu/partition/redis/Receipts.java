package io.siyu.partition.redis;

import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Outcome;
import io.siyu.event.HouseEvent;
import io.siyu.message.Message;
import io.siyu.partition.HouseTime;

/** What is told in the log of a message's way. */
final class Receipts {
    private final EntryForm form;
    private final HouseTime time;

    Receipts(EntryForm form, HouseTime time) {
        this.form = form;
        this.time = time;
    }

    byte[] of(Outcome outcome) {
        Claim.Holder holder = outcome.claim().holder();
        String by = holder.epoch() + "-" + holder.slot() + "-" + outcome.asked();
        return of(outcome.result().type(), outcome.claim().message(), by, outcome.detail());
    }

    /** A receipt that is not about a claim. */
    byte[] of(String type, Message message, String detail) {
        return of(type, message, Long.toString(Micros.of(time.now())), detail);
    }

    private byte[] of(String type, Message message, String by, String detail) {
        HouseEvent receipt = HouseEvent.of(form.require(type), message.id() + "-" + type + "-" + by)
                .with("message", message.id())
                .with("channel", message.channel())
                .with("template", message.template())
                .with(type.equals("message.sent") ? "ref" : "reason", detail.isEmpty() ? null : detail);
        if (!message.campaign().isEmpty()) {
            receipt.with("campaign", message.campaign()).with("step", message.step());
        }
        return form.write(receipt.about(message.subject(), time.now()));
    }
}
