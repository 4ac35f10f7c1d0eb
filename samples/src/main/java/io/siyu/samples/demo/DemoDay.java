package io.siyu.samples.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that happens on one of the twelve days, in order of time. */
final class DemoDay {
    private static final int DAYS = 4;
    private static final int FLASH_SALE = 8;

    /** Of 1000 members, how many order on each day: little before the sale, a peak on day 8, an echo after it. */
    private static final int[] ORDERS = {9, 10, 11, 10, 12, 11, 13, 42, 22, 16, 15, 12};

    /** How busy each hour of an ordinary day is. */
    private static final int[] HOURS = {
        4, 2, 1, 1, 1, 2, 6, 14, 24, 34, 40, 46, 52, 40, 34, 34, 38, 44, 52, 66, 78, 74, 46, 16
    };

    /** The same on the evening of the flash sale, which opens at 20:00. */
    private static final int[] SALE_HOURS = {
        3, 2, 1, 1, 1, 2, 5, 10, 18, 24, 26, 28, 32, 28, 24, 24, 26, 30, 38, 60, 320, 180, 70, 30
    };

    private final DemoPlan plan;
    private final int number;
    private final Instant midnight;
    private final Chance chance;
    private final List<DemoEvent> events = new ArrayList<>();

    /** Day {@code number} of the plan, from 1. */
    DemoDay(DemoPlan plan, int number) {
        this.plan = plan;
        this.number = number;
        this.midnight =
                plan.start().plusDays(number - 1L).atStartOfDay(DemoPlan.ZONE).toInstant();
        this.chance = Chance.of(plan.seed(), DAYS, number);
    }

    /** The day's events; on the first day those after the opening. */
    List<DemoEvent> events() {
        DemoOrders orders = new DemoOrders(events, chance);
        times(ORDERS[number - 1], () -> orders.order(number, member(), moment()));
        times(9, () -> tell("page.viewed", member(), Map.of("page", "pages/sale/index", "title", "12 天大促")));
        times(4, () -> tell("cart.added", member(), cart()));
        times(3, () -> tell("store.visited", member(), Map.of("store", store(), "source", "store")));
        times(
                2,
                () -> tell(
                        "code.scanned", member(), Map.of("code", "shelf-" + chance.between(1, 200), "store", store())));
        times(
                1,
                () -> tell(
                        "community.joined", member(), Map.of("community", store() + "-marketing", "source", "store")));
        times(2, this::joins);
        tell("consent.withdrawn", member(), Map.of("channel", "phone", "purpose", "marketing", "source", "reply"));
        if (number > 1) {
            times(5, () -> orders.redeem(plan, member(), moment()));
        }
        if (number == FLASH_SALE) {
            sale();
        }
        events.removeIf(event ->
                event.time().isBefore(plan.opening()) || !event.time().isBefore(midnight.plus(Duration.ofDays(1))));
        events.sort(Comparator.comparing(DemoEvent::time).thenComparing(DemoEvent::id));
        return List.copyOf(events);
    }

    private void times(int of1000, Runnable happens) {
        int count = Math.max(1, plan.members() * of1000 / 1000);
        for (int i = 0; i < count; i++) {
            happens.run();
        }
    }

    private void joins() {
        int fresh = plan.members() + number * plan.members() + chance.below(plan.members());
        DemoMember member = DemoMember.of(plan.seed(), fresh, plan.opening());
        Instant at = moment();
        add(at, "member.joined", member.id(), member.joined());
        if (member.marketing()) {
            Map<String, Object> answer = Map.of("channel", "phone", "purpose", "marketing", "source", "mini-program");
            add(at.plusSeconds(20), "consent.given", member.id(), answer);
        }
    }

    private void sale() {
        Map<String, Object> sale = new LinkedHashMap<>();
        sale.put("saleId", "flash-1111");
        sale.put("sku", "POT-01");
        sale.put("name", "紫砂小壶");
        sale.put("price", "299.00");
        sale.put("stock", 500);
        add(midnight.plusSeconds(20 * 3600), "flashsale.started", "retailer", sale);
        add(midnight.plusSeconds(20 * 3600 + 1_140), "flashsale.soldout", "retailer", sale);
    }

    private Map<String, Object> cart() {
        DemoShop.Product product = DemoShop.product(chance);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("sku", product.sku());
        data.put("name", product.name());
        data.put("qty", 1);
        data.put("price", DemoOrders.units(product.price()));
        return data;
    }

    private void tell(String type, String subject, Map<String, Object> data) {
        add(moment(), type, subject, data);
    }

    private void add(Instant time, String type, String subject, Map<String, Object> data) {
        events.add(new DemoEvent(time, "d" + number + "-" + events.size(), type, subject, data, false));
    }

    private String member() {
        return DemoMember.id(chance.below(plan.members()));
    }

    private String store() {
        return DemoShop.store(chance.below(DemoShop.STORES));
    }

    private Instant moment() {
        int hour = chance.weighted(number == FLASH_SALE ? SALE_HOURS : HOURS);
        return midnight.plusSeconds(hour * 3600L + chance.below(3600)).plusMillis(chance.below(1000));
    }
}
