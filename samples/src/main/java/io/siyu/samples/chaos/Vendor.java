package io.siyu.samples.chaos;

import io.siyu.campaign.Purpose;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.samples.chaos.Call.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The people behind all channels: answer as they are told to, and keep what they were asked. */
final class Vendor {
    private final List<Call> calls = new ArrayList<>();
    private final List<String> overlaps = new ArrayList<>();
    private final Set<String> has = new HashSet<>();
    private final Set<String> inFlight = new HashSet<>();
    private final Deque<List<Integer>> rounds = new ArrayDeque<>();
    private final Supplier<Answer> mood;
    private final ToLongFunction<Subject> decided;
    private final Consumer<Message> meanwhile;

    /**
     * @param decided how far the partition of a subject is decided
     * @param meanwhile what happens while a call is in flight
     */
    Vendor(Supplier<Answer> mood, ToLongFunction<Subject> decided, Consumer<Message> meanwhile) {
        this.mood = mood;
        this.decided = decided;
        this.meanwhile = meanwhile;
    }

    List<Call> calls() {
        return calls;
    }

    /** Messages that two callers asked for at the same time. */
    List<String> overlaps() {
        return overlaps;
    }

    /** A slot begins a round. */
    void begin() {
        rounds.push(new ArrayList<>());
    }

    /** The slot's round is over; {@code heard} when it went on as if all was well. */
    void end(boolean heard) {
        for (int call : rounds.pop()) {
            if (heard) {
                calls.set(call, calls.get(call).told());
            }
        }
    }

    Delivery deliver(Message message) {
        Answer answer = mood.get();
        if (!rounds.isEmpty()) {
            rounds.getFirst().add(calls.size());
        }
        boolean marketing = message.purpose() == Purpose.MARKETING;
        long position = decided.applyAsLong(message.subject());
        calls.add(new Call(message.id(), message.text(), marketing, answer, position, false));
        if (!inFlight.add(message.id())) {
            overlaps.add(message.id());
        }
        try {
            meanwhile.accept(message);
        } finally {
            inFlight.remove(message.id());
        }
        if (answer.accepted()) {
            has.add(message.id());
        }
        return delivery(answer);
    }

    private static Delivery delivery(Answer answer) {
        return switch (answer) {
            case ACCEPTED -> new Delivery.Accepted("");
            case PASSING -> new Delivery.Rejected("ill", Fault.PASSING);
            case LIMITED -> new Delivery.Rejected("rate", Fault.LIMITED);
            case EXPIRED -> new Delivery.Rejected("token", Fault.EXPIRED);
            case RESTING -> new Delivery.Rejected("circuit", Fault.RESTING);
            case FINAL -> new Delivery.Rejected("no.such.user", Fault.FINAL);
            case HUNG_ACCEPTED, HUNG -> new Delivery.Unknown("no.answer");
            case BROKE_ACCEPTED, BROKE -> throw new Struck("call", false);
        };
    }

    /** A way to them. */
    record Way(String name, boolean tells, int concurrency, int batch, Vendor vendor) implements Channel {
        @Override
        public Delivery deliver(Message message) {
            return vendor.deliver(message);
        }

        @Override
        public Standing standing(Message message) {
            if (!tells || vendor.inFlight.contains(message.id())) {
                return Standing.CANNOT_TELL;
            }
            return vendor.has.contains(message.id()) ? Standing.ACCEPTED : Standing.NEVER_ACCEPTED;
        }
    }
}
