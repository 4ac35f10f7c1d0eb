package io.siyu.dispatch.unset;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.message.Message;

/** A channel that playbooks may name although nothing was set for it: its messages fail, and those who look on see why. */
public record UnsetChannel(String name) implements Channel {

    @Override
    public State state() {
        return State.UNSET;
    }

    @Override
    public Delivery deliver(Message message) {
        return new Delivery.Rejected(name + ".not-set-up", Delivery.Fault.FINAL);
    }

    @Override
    public Standing standing(Message message) {
        // why: an earlier start of this server may have known how to reach it.
        return Standing.CANNOT_TELL;
    }
}
