package io.siyu.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoughtTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void keeps_when_each_product_was_last_ordered() {
        Bought bought = bought(
                placed(NOON, "tea", "cup"),
                placed(NOON.plusSeconds(60), "cup"),
                placed(NOON.minusSeconds(60), "tea"),
                placed(NOON.plusSeconds(90)));

        assertThat(bought.lastAt())
                .containsExactly(java.util.Map.entry("cup", NOON.plusSeconds(60)), java.util.Map.entry("tea", NOON));
    }

    @Test
    void stays_when_the_order_is_cancelled_or_refunded() {
        Bought bought = bought(
                placed(NOON, "tea"),
                Told.event("order.cancelled", "2026-06-02T00:00:00Z", "items", items("tea")),
                Told.event("order.refunded", "2026-06-03T00:00:00Z", "items", items("tea")));

        assertThat(bought.lastAt()).containsOnlyKeys("tea");
    }

    @Test
    void leaves_out_the_beginning_of_a_window_and_what_is_still_to_come() {
        Bought bought = bought(placed(NOON, "tea"));

        assertThat(bought.in("tea", Duration.ofDays(1), NOON.plusSeconds(86_399)))
                .isTrue();
        assertThat(bought.in("tea", Duration.ofDays(1), NOON.plusSeconds(86_400)))
                .isFalse();
        assertThat(bought.in("tea", Duration.ofDays(1), NOON.minusSeconds(1))).isFalse();
        assertThat(bought.in("cup", Duration.ofDays(1), NOON)).isFalse();
    }

    @Test
    void forgets_the_oldest_beyond_the_bound_and_what_lies_beyond_the_horizon() {
        Event[] many = IntStream.range(0, Bought.KEPT + 3)
                .mapToObj(i -> placed(NOON.plusSeconds(i), "p" + i))
                .toArray(Event[]::new);
        assertThat(bought(many).lastAt()).hasSize(Bought.KEPT).doesNotContainKeys("p0", "p1", "p2");

        Bought late = bought(
                placed(NOON, "tea"),
                placed(NOON.plusSeconds(1), "cup"),
                placed(NOON.plusSeconds(1).plus(Orders.HORIZON)));
        assertThat(late.lastAt()).containsOnlyKeys("cup");
    }

    @Test
    void does_not_depend_on_the_order_of_arrival() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            events.add(placed(NOON.plusSeconds(random.nextInt(40_000_000)), "p" + random.nextInt(80)));
        }
        Bought inOrder = bought(events.toArray(new Event[0]));
        Collections.shuffle(events, random);

        assertThat(bought(events.toArray(new Event[0]))).as("seed %d", seed).isEqualTo(inOrder);
    }

    private static Event placed(Instant at, String... products) {
        return Told.event("order.placed", at.toString(), "total", 100L, "items", items(products));
    }

    private static List<Values> items(String... products) {
        EventType order = Told.CATALOGUE.require("order.placed");
        Field items = order.fields().get(order.indexOf("items"));
        List<Values> values = new ArrayList<>();
        for (String product : products) {
            values.add(new Values(items.fields(), new @Nullable Object[] {product, null, null, null}));
        }
        return values;
    }

    private static Bought bought(Event... events) {
        return Told.member(events).orders().bought();
    }
}
