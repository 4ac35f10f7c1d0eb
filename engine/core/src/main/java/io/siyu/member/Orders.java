package io.siyu.member;

import io.siyu.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member's orders: all of them as sums, and the newest one by one, so that windows are exact.
 *
 * @param count orders placed, whatever became of them
 * @param spent their totals, minor units of the house currency
 * @param cancelled how many {@code order.cancelled} were told
 * @param refunded how many {@code order.refunded} were told; neither lowers {@code count} or {@code spent}
 * @param stores orders per store; those without a store are not in it
 * @param recent oldest first: those of the last {@link #HORIZON} before the newest, at most {@value #KEPT}
 * @param bought which products they were of, and when each was last ordered
 */
public record Orders(
        long count,
        long spent,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        long cancelled,
        long refunded,
        Map<String, Long> stores,
        List<Placed> recent,
        Bought bought) {

    /** No window looks back further than this from the newest order. */
    public static final Duration HORIZON = Duration.ofDays(400);

    /** How many orders are kept one by one. */
    public static final int KEPT = 500;

    /** None yet. */
    public static final Orders NONE = new Orders(0, 0, null, null, 0, 0, Map.of(), List.of(), Bought.NOTHING);

    /**
     * One order.
     *
     * @param store empty if unknown
     * @param total minor units of the house currency
     */
    public record Placed(Instant at, String store, long total) {}

    /** How many orders a window holds, and their totals in minor units. */
    public record Window(long count, long spent) {}

    public Orders {
        stores = SortedByText.of(stores);
        recent = List.copyOf(recent);
    }

    /** Orders of which no products are known. */
    public Orders(
            long count,
            long spent,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            long cancelled,
            long refunded,
            Map<String, Long> stores,
            List<Placed> recent) {
        this(count, spent, firstAt, lastAt, cancelled, refunded, stores, recent, Bought.NOTHING);
    }

    /** These orders after an event of type {@code order.*}; the same object if it changes nothing. */
    Orders after(Event event) {
        return switch (event.type().name()) {
            case "order.placed" -> placed(order(event), Bought.products(event));
            case "order.cancelled" ->
                new Orders(count, spent, firstAt, lastAt, cancelled + 1, refunded, stores, recent, bought);
            case "order.refunded" ->
                new Orders(count, spent, firstAt, lastAt, cancelled, refunded + 1, stores, recent, bought);
            default -> this;
        };
    }

    /** The orders within the window of this length that ends with {@code at}; its beginning is left out. */
    public Window in(Duration length, Instant at) {
        Instant after = at.minus(length);
        long orders = 0;
        long sum = 0;
        for (int i = recent.size() - 1; i >= 0 && recent.get(i).at().isAfter(after); i--) {
            if (!recent.get(i).at().isAfter(at)) {
                orders++;
                sum += recent.get(i).total();
            }
        }
        return new Window(orders, sum);
    }

    private static Placed order(Event event) {
        String store = event.data().text("store");
        return new Placed(event.time(), store == null ? "" : store, event.data().number("total", 0));
    }

    private Orders placed(Placed order, List<String> products) {
        Instant first = firstAt == null || order.at().isBefore(firstAt) ? order.at() : firstAt;
        Instant last = lastAt == null || order.at().isAfter(lastAt) ? order.at() : lastAt;
        Map<String, Long> byStore = stores;
        if (!order.store().isEmpty()) {
            long before = stores.getOrDefault(order.store(), 0L);
            byStore = SortedByText.of(stores).with(order.store(), before + 1);
        }
        Instant oldest = last.minus(HORIZON);
        return new Orders(
                count + 1,
                spent + order.total(),
                first,
                last,
                cancelled,
                refunded,
                byStore,
                inserted(order, oldest),
                bought.with(products, order.at()).since(oldest));
    }

    private List<Placed> inserted(Placed order, Instant oldest) {
        int place = recent.size();
        while (place > 0 && recent.get(place - 1).at().isAfter(order.at())) {
            place--;
        }
        Placed[] all = recent.toArray(new Placed[0]);
        Placed[] next = SortedByText.inserted(all, new Placed[all.length + 1], place, order);
        int from = Math.max(0, next.length - KEPT);
        while (next[from].at().isBefore(oldest)) {
            from++;
        }
        return List.of(from == 0 ? next : Arrays.copyOfRange(next, from, next.length));
    }
}
