package io.siyu.partition.redis;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.message.Message;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes everything and counts how often each message reaches it; {@code tells} when it knows its messages again. */
record Phone(boolean tells, Map<String, Integer> got) implements Channel {
    Phone(boolean tells) {
        this(tells, new ConcurrentHashMap<>());
    }

    @Override
    public String name() {
        return "phone";
    }

    @Override
    public Delivery deliver(Message message) {
        got.merge(message.id(), 1, Integer::sum);
        return new Delivery.Accepted("");
    }

    @Override
    public Standing standing(Message message) {
        if (!tells) {
            return Standing.CANNOT_TELL;
        }
        return got.containsKey(message.id()) ? Standing.ACCEPTED : Standing.NEVER_ACCEPTED;
    }
}
