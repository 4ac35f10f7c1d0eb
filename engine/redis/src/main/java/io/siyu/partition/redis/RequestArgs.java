package io.siyu.partition.redis;

import io.siyu.decision.Cancel;
import io.siyu.decision.Request;
import io.siyu.decision.Requeue;
import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.Commit;
import io.siyu.partition.Flush;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a flush asks about messages decided earlier, each with the receipts of whatever may come of it. */
final class RequestArgs {
    private final Receipts receipts;
    private final Map<Subject, List<Message>> addressed;
    private final Flush flush;
    private final Args cancels = new Args();
    private final Args requeues = new Args();
    private int cancelCount;
    private int requeueCount;

    /** {@code addressed} are the messages the store holds of everybody about whom something is asked. */
    RequestArgs(Receipts receipts, Map<Subject, List<Message>> addressed, Flush flush) {
        this.receipts = receipts;
        this.addressed = addressed;
        this.flush = flush;
    }

    Args args() {
        for (int i = 0; i < flush.commits().size(); i++) {
            for (Request request : flush.commits().get(i).requests()) {
                ask(request, i);
            }
        }
        return new Args().add(cancelCount).add(cancels).add(requeueCount).add(requeues);
    }

    private void ask(Request request, int commit) {
        Entry entry = flush.commits().get(commit).entry();
        List<Message> held = addressed.getOrDefault(request.subject(), List.of());
        if (request instanceof Cancel cancel) {
            List<Message> messages = new ArrayList<>(held);
            messages.addAll(decided(request.subject(), commit));
            messages.stream()
                    .filter(m -> cancel.covers(m.id(), m.channel(), m.purpose(), m.campaign()))
                    .forEach(message -> cancel(message, cancel.reason(), entry));
        } else if (request instanceof Requeue requeue) {
            held.stream()
                    .filter(message -> message.id().equals(requeue.message()))
                    .forEach(message -> requeue(message, requeue.refusal(), entry));
        }
    }

    /** What this flush itself sends the subject, up to the entry that asks. */
    private List<Message> decided(Subject subject, int last) {
        List<Message> decided = new ArrayList<>();
        for (Commit commit : flush.commits().subList(0, last + 1)) {
            commit.decisions().stream()
                    .filter(decision -> decision.sends() && decision.subject().equals(subject))
                    .forEach(decision -> decided.add(Message.of(decision)));
        }
        return decided;
    }

    private void cancel(Message message, String reason, Entry cause) {
        receipts.cancelling(message, reason, told(cause), cancels);
        cancelCount++;
    }

    private static Receipts.Told told(Entry cause) {
        return new Receipts.Told(cause.at(), Long.toString(cause.position()));
    }

    private void requeue(Message message, String refusal, Entry cause) {
        String type = refusal.isEmpty() ? "message.requeued" : "message.requeue.refused";
        requeues.add(message.id()).add(refusal).add(receipts.of(type, message, refusal, told(cause)));
        requeueCount++;
    }
}
