package io.siyu.dispatch.phone;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Phones;
import io.siyu.message.Message;
import java.util.Collections;
import java.util.List;

/** Delivers to sandbox phones, in the name of any channel, so that a demo needs no vendor. */
public final class PhoneChannel implements Channel {
    /** Phones lie in the house's own store, which takes many as easily as one; more would keep it from others for long. */
    private static final int BATCH = 250;

    private final String name;
    private final Phones phones;

    /** Stands in for the channel that templates call {@code name}. */
    public PhoneChannel(String name, Phones phones) {
        this.name = name;
        this.phones = phones;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public Delivery deliver(Message message) {
        return deliver(List.of(message)).get(0);
    }

    @Override
    public List<Delivery> deliver(List<Message> messages) {
        // why: a store that breaks off is not answered for: it tells itself, when it is back, which phones have rung.
        phones.put(messages);
        return Collections.nCopies(messages.size(), new Delivery.Accepted(""));
    }

    @Override
    public Standing standing(Message message) {
        return phones.got(message) ? Standing.ACCEPTED : Standing.NEVER_ACCEPTED;
    }
}
