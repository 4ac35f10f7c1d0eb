package io.siyu.member;

import static io.siyu.member.Told.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void sums_orders_and_counts_them_per_store() {
        Orders orders = orders(
                placed(NOON, "s1", 1_000),
                placed(NOON.plusSeconds(60), "s2", 250),
                placed(NOON.minusSeconds(60), "s1", 1));

        assertThat(orders.count()).isEqualTo(3);
        assertThat(orders.spent()).isEqualTo(1_251);
        assertThat(orders.firstAt()).isEqualTo(NOON.minusSeconds(60));
        assertThat(orders.lastAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(orders.stores()).containsExactly(java.util.Map.entry("s1", 2L), java.util.Map.entry("s2", 1L));
    }

    @Test
    void counts_refunds_and_cancellations_beside_the_orders() {
        Orders orders = orders(
                placed(NOON, "s1", 100),
                event("order.refunded", "2026-06-02T00:00:00Z", "total", 100L),
                event("order.cancelled", "2026-06-02T00:00:00Z"));

        assertThat(orders.count()).isEqualTo(1);
        assertThat(orders.refunded()).isEqualTo(1);
        assertThat(orders.cancelled()).isEqualTo(1);
    }

    @Test
    void leaves_out_the_beginning_of_a_window_and_what_is_still_to_come() {
        Orders orders = orders(
                placed(NOON, "", 1),
                placed(NOON.plusSeconds(1), "", 2),
                placed(NOON.plusSeconds(86_400), "", 4),
                placed(NOON.plusSeconds(86_401), "", 8));

        assertThat(orders.in(Duration.ofDays(1), NOON.plusSeconds(86_400))).isEqualTo(new Orders.Window(2, 6));
    }

    @Test
    void counts_windows_exactly_in_any_order_of_arrival() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(placed(
                    NOON.plusSeconds(random.nextInt(20_000_000)), "s" + random.nextInt(5), random.nextInt(10_000)));
        }
        Orders orders = orders(events.toArray(new Event[0]));
        for (int i = 0; i < 200; i++) {
            Instant at = NOON.plusSeconds(random.nextInt(20_000_000));
            Duration length = Duration.ofSeconds(random.nextInt(5_000_000));
            List<Event> inside = events.stream()
                    .filter(e -> e.time().isAfter(at.minus(length)) && !e.time().isAfter(at))
                    .toList();

            assertThat(orders.in(length, at))
                    .as("seed %d", seed)
                    .isEqualTo(new Orders.Window(
                            inside.size(),
                            inside.stream()
                                    .mapToLong(e -> e.data().number("total", 0))
                                    .sum()));
        }
        Collections.shuffle(events, random);
        assertThat(orders(events.toArray(new Event[0])).in(Duration.ofDays(100), NOON.plusSeconds(20_000_000)))
                .isEqualTo(orders.in(Duration.ofDays(100), NOON.plusSeconds(20_000_000)));
    }

    @Test
    void forgets_single_orders_beyond_the_horizon_and_the_bound_but_not_their_sum() {
        Orders orders = orders(
                placed(NOON, "", 5),
                placed(NOON.plus(Duration.ofDays(400)), "", 7),
                placed(NOON.plus(Duration.ofDays(401)), "", 9));
        assertThat(orders.recent()).hasSize(2);
        assertThat(orders.spent()).isEqualTo(21);

        Event[] many = new Event[600];
        for (int i = 0; i < many.length; i++) {
            many[i] = placed(NOON.plusSeconds(i), "", 1);
        }
        assertThat(orders(many).recent()).hasSize(Orders.KEPT);
        assertThat(orders(many).recent().get(0).at()).isEqualTo(NOON.plusSeconds(100));
        assertThat(orders(many).count()).isEqualTo(600);
    }

    private static Event placed(Instant at, String store, long total) {
        return event("order.placed", at.toString(), "total", total, "store", store.isEmpty() ? null : store);
    }

    private static Orders orders(Event... events) {
        return Told.member(events).orders();
    }
}
