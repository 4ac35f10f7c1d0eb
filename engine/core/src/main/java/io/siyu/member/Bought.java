package io.siyu.member;

import io.siyu.event.Event;
import io.siyu.event.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which products a member ordered, and when each was last: at most the newest {@value #KEPT}, those of the last {@link
 * Orders#HORIZON} before the newest order. A cancelled or refunded order was placed all the same, and stays.
 *
 * @param lastAt the time of the newest order of each, by SKU
 */
public record Bought(Map<String, Instant> lastAt) {

    /** How many products are kept. */
    public static final int KEPT = 100;

    /** None yet. */
    public static final Bought NOTHING = new Bought(SortedByText.none());

    private static final Comparator<Map.Entry<String, Instant>> NEWEST_FIRST =
            Map.Entry.<String, Instant>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    public Bought {
        lastAt = SortedByText.of(lastAt);
    }

    /** Whether the product was ordered within the window of this length that ends with {@code at}; its beginning is left out. */
    public boolean in(String product, Duration length, Instant at) {
        Instant last = lastAt.get(product);
        return last != null && last.isAfter(at.minus(length)) && !last.isAfter(at);
    }

    /** The products of the newest order of which any are known, in the order of their SKUs. */
    public List<String> last() {
        @Nullable
        Instant newest = lastAt.values().stream().max(Comparator.naturalOrder()).orElse(null);
        return lastAt.entrySet().stream()
                .filter(product -> product.getValue().equals(newest))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The SKUs of the items of an order, as far as they are told. */
    static List<String> products(Event event) {
        List<String> products = new ArrayList<>();
        if (event.value("items") instanceof List<?> items) {
            for (Object item : items) {
                String sku = item instanceof Values values ? values.text("sku") : null;
                if (sku != null && !sku.isEmpty()) {
                    products.add(sku);
                }
            }
        }
        return products;
    }

    /** With these products ordered at this time. */
    Bought with(List<String> products, Instant at) {
        SortedByText<Instant> next = SortedByText.of(lastAt);
        for (String product : products) {
            @Nullable Instant last = next.get(product);
            next = last != null && last.isAfter(at) ? next : next.with(product, at);
        }
        return next == lastAt ? this : new Bought(next);
    }

    /** The newest of them, none from before {@code oldest}. */
    Bought since(Instant oldest) {
        List<Map.Entry<String, Instant>> newest = lastAt.entrySet().stream()
                .filter(product -> !product.getValue().isBefore(oldest))
                .sorted(NEWEST_FIRST)
                .limit(KEPT)
                .toList();
        if (newest.size() == lastAt.size()) {
            return this;
        }
        SortedByText<Instant> kept = SortedByText.none();
        for (Map.Entry<String, Instant> product : newest) {
            kept = kept.with(product.getKey(), product.getValue());
        }
        return new Bought(kept);
    }
}
