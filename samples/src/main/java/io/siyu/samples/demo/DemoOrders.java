package io.siyu.samples.demo;

import io.siyu.samples.demo.DemoShop.Product;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.MurmurHash3;

/** Orders and coupons of one day, each with what follows from it on the same day. */
final class DemoOrders {
    private static final List<String> SOURCES = List.of("mini-program", "official-account", "store", "live");

    private final List<DemoEvent> events;
    private final Chance chance;
    private int orders;

    DemoOrders(List<DemoEvent> events, Chance chance) {
        this.events = events;
        this.chance = chance;
    }

    /** An order, its payment a minute later, and sometimes a change of mind. */
    void order(int day, String member, Instant time) {
        orders++;
        String id = String.format(Locale.ROOT, "o%02d%05d", day, orders);
        Map<String, Object> data = data(id);
        events.add(new DemoEvent(time, id + "-placed", "order.placed", member, data, false));
        if (chance.in1000(930)) {
            events.add(new DemoEvent(
                    time.plusSeconds(chance.between(15, 240)), id + "-paid", "order.paid", member, data, false));
        } else {
            Instant later = time.plus(Duration.ofMinutes(chance.between(20, 90)));
            events.add(new DemoEvent(later, id + "-cancelled", "order.cancelled", member, data, false));
        }
    }

    /** The coupon of the warm-up is used at a till: an event of a member who was given one. */
    void redeem(DemoPlan plan, String member, Instant time) {
        String coupon = issued(plan, member);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("couponId", coupon);
        data.put("kind", "WARM-UP");
        data.put("value", "20.00");
        data.put("campaign", DemoPlaybook.PROMOTION);
        data.put("source", "store");
        events.add(new DemoEvent(
                time, "redeemed-" + member + "-" + time.getEpochSecond(), "coupon.redeemed", member, data, false));
    }

    /** The id of the coupon the house gives the member in the warm-up: made, as all its ids, from what it is for. */
    private static String issued(DemoPlan plan, String member) {
        String key = "member/" + member + "\n" + DemoPlaybook.PROMOTION + "\ncoupon warm-up\n" + plan.start();
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
        return String.format(Locale.ROOT, "c%016x%08x", hash[0], hash[1] >>> 32);
    }

    private Map<String, Object> data(String id) {
        List<Map<String, Object>> items = new ArrayList<>();
        long total = 0;
        for (int i = chance.weighted(55, 30, 15); i >= 0; i--) {
            Product product = DemoShop.product(chance);
            int qty = chance.weighted(75, 18, 7) + 1;
            total += product.price() * qty;
            items.add(item(product, qty));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("orderId", id);
        data.put("total", units(total));
        data.put("currency", "CNY");
        int store = chance.below(DemoShop.STORES);
        data.put("store", DemoShop.store(store));
        data.put("staff", DemoShop.staff(store, chance.below(DemoShop.STAFF_OF_A_STORE)));
        data.put("source", chance.one(SOURCES));
        data.put("items", items);
        return data;
    }

    private static Map<String, Object> item(Product product, int qty) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("sku", product.sku());
        item.put("name", product.name());
        item.put("qty", qty);
        item.put("price", units(product.price()));
        return item;
    }

    /** Fen as yuan with two decimals. */
    static String units(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
