package io.siyu.dispatch;

import io.siyu.message.Message;
import java.util.ArrayList;
import java.util.List;

/** A channel that answers what it is told to and notes what it was handed. */
public final class AnsweringChannel implements Channel {
    private final List<String> handed = new ArrayList<>();
    private Delivery answer = new Delivery.Accepted("");

    /** Answers this from now on. */
    public AnsweringChannel answers(Delivery delivery) {
        answer = delivery;
        return this;
    }

    /** The ids of what it was handed. */
    public List<String> handed() {
        return handed;
    }

    @Override
    public String name() {
        return "post";
    }

    @Override
    public int concurrency() {
        return 7;
    }

    @Override
    public Delivery deliver(Message message) {
        handed.add(message.id());
        return answer;
    }

    @Override
    public Standing standing(Message message) {
        return Standing.ACCEPTED;
    }
}
