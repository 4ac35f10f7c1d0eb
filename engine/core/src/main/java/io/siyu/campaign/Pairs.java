package io.siyu.campaign;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which product to show to whom, from {@code pairs.csv}.
 *
 * @param bySku the product to show to who bought this one
 * @param byStore what sells best in a store, by its id
 * @param anybody what to show to everybody else, and to members who object to being profiled; null for nothing
 */
public record Pairs(
        Map<String, Product> bySku,
        Map<String, Product> byStore,
        @Nullable Product anybody) {

    /** No product to show. */
    public static final Pairs NONE = new Pairs(Map.of(), null);

    /**
     * A product as texts show it.
     *
     * @param price in units, as it is printed
     */
    public record Product(String sku, String name, String price, String link) {}

    /** For what a product is shown. */
    public enum Because {
        /** What the event tells of. */
        EVENT,
        /** The member's last order. */
        LAST_ORDER,
        /** The member's store, and what sells best there. */
        STORE,
        /** Nothing known leads to a product. */
        ANYBODY,
        /** The member objects to being profiled, or the channel profiles nobody. */
        NOT_PROFILED
    }

    /**
     * A product, and why it is this one.
     *
     * @param product null for nothing to show
     * @param of the product or store it is shown for; empty for anybody
     */
    public record Shown(@Nullable Product product, Because because, String of) {}

    public Pairs {
        bySku = Collections.unmodifiableMap(new TreeMap<>(bySku));
        byStore = Collections.unmodifiableMap(new TreeMap<>(byStore));
    }

    /** Pairs that tell nothing of stores. */
    public Pairs(Map<String, Product> bySku, @Nullable Product anybody) {
        this(bySku, Map.of(), anybody);
    }

    /**
     * What to show: for the first product known of the event, else of the last order, else for the store, else to anybody.
     *
     * @param event the products the event tells of
     * @param ordered those of the member's last order
     * @param store the member's, or empty
     */
    public Shown shown(Collection<String> event, Collection<String> ordered, String store) {
        @Nullable Shown shown = first(event, Because.EVENT);
        shown = shown == null ? first(ordered, Because.LAST_ORDER) : shown;
        if (shown != null) {
            return shown;
        }
        Product best = byStore.get(store);
        return best == null ? new Shown(anybody, Because.ANYBODY, "") : new Shown(best, Because.STORE, store);
    }

    /** What to show to who is not profiled. */
    public Shown unprofiled() {
        return new Shown(anybody, Because.NOT_PROFILED, "");
    }

    private @Nullable Shown first(Collection<String> bought, Because because) {
        for (String sku : bought) {
            Product product = bySku.get(sku);
            if (product != null) {
                return new Shown(product, because, sku);
            }
        }
        return null;
    }
}
