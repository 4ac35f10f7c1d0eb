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
 * @param anybody what to show to everybody else, and to members who object to being profiled; null for nothing
 */
public record Pairs(Map<String, Product> bySku, @Nullable Product anybody) {

    /** No product to show. */
    public static final Pairs NONE = new Pairs(Map.of(), null);

    /**
     * A product as texts show it.
     *
     * @param price in units, as it is printed
     */
    public record Product(String sku, String name, String price, String link) {}

    public Pairs {
        bySku = Collections.unmodifiableMap(new TreeMap<>(bySku));
    }

    /** What to show to who bought these, the first of which something is known deciding. */
    public @Nullable Product shown(Collection<String> bought) {
        for (String sku : bought) {
            Product product = bySku.get(sku);
            if (product != null) {
                return product;
            }
        }
        return anybody;
    }
}
