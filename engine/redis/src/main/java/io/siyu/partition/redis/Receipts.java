package io.siyu.partition.redis;

import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Outcome;
import io.siyu.event.HouseEvent;
import io.siyu.message.Message;
import io.siyu.partition.HouseTime;
import java.time.Instant;

/** What is told in the log of a message's way. */
final class Receipts {
    private final EntryForm form;
    private final HouseTime time;

    Receipts(EntryForm form, HouseTime time) {
        this.form = form;
        this.time = time;
    }

    /**
     * When something is told.
     *
     * @param by tells a receipt from others of its type about the same message
     */
    record Told(Instant at, String by) {}

    /** Told now, by nobody in particular. */
    Told now() {
        Instant now = time.now();
        return new Told(now, Long.toString(Micros.of(now)));
    }

    byte[] of(Outcome outcome) {
        Claim.Holder holder = outcome.claim().holder();
        String by = holder.epoch() + "-" + holder.slot() + "-" + outcome.asked();
        return of(outcome.result().type(), outcome.claim().message(), outcome.detail(), new Told(time.now(), by));
    }

    /** A receipt that is not about a claim, told now. */
    byte[] of(String type, Message message, String detail) {
        return of(type, message, detail, now());
    }

    /** What a script wants to cancel a message: its id, and the receipt for each of what may come of it. */
    void cancelling(Message message, String reason, Told told, Args to) {
        to.add(message.id());
        to.add(of("message.cancelled", message, reason, told));
        to.add(of("message.cancel.refused", message, "claimed", told));
        to.add(of("message.cancel.refused", message, "given.up", told));
    }

    /** Somebody wants a dead letter to be tried again. */
    byte[] asking(Message message) {
        Told now = now();
        HouseEvent asked = receipt("message.requeue.asked", message, now.by())
                .with("rule", message.rule())
                .with("purpose", message.purpose().word());
        return form.write(asked.about(message.subject(), now.at()));
    }

    /** A receipt that is told then. */
    byte[] of(String type, Message message, String detail, Told told) {
        HouseEvent receipt = receipt(type, message, told.by())
                .with(type.equals("message.sent") ? "ref" : "reason", detail.isEmpty() ? null : detail);
        return form.write(receipt.about(message.subject(), told.at()));
    }

    private HouseEvent receipt(String type, Message message, String by) {
        HouseEvent receipt = HouseEvent.of(form.require(type), message.id() + "-" + type + "-" + by)
                .with("message", message.id())
                .with("channel", message.channel())
                .with("template", message.template());
        if (!message.campaign().isEmpty()) {
            receipt.with("campaign", message.campaign()).with("step", message.step());
        }
        return receipt;
    }
}
