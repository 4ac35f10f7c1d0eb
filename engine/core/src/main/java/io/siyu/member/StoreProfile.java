package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;
import java.util.Map;

/**
 * What is known of a store as a subject; its address and hours are in the playbook.
 *
 * @param expiring when the stock told by {@code stock.expiring} expires, by SKU; forgotten once it has expired
 */
public record StoreProfile(Map<String, Instant> expiring) implements Profile {
    static final StoreProfile FRESH = new StoreProfile(Map.of());

    public StoreProfile {
        expiring = SortedByText.of(expiring);
    }

    @Override
    public StoreProfile after(Event event, Instant at) {
        String sku = event.data().text("sku");
        if (!event.type().name().equals("stock.expiring")
                || sku == null
                || !(event.value("expiresAt") instanceof Instant until)) {
            return this;
        }
        SortedByText<Instant> next = SortedByText.of(expiring).with(sku, until);
        for (Map.Entry<String, Instant> stock : next.entrySet()) {
            next = stock.getValue().isBefore(at) ? next.without(stock.getKey()) : next;
        }
        return next.equals(expiring) ? this : new StoreProfile(next);
    }
}
