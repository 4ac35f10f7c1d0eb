package io.siyu.rule.drools;

import io.siyu.rule.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rules and facts by chance, close enough to each other that conditions are met, missed and met exactly. */
final class RandomShop {

    private static final List<String> STORES = List.of("S1", "S2", "S3", "north", "");
    private static final List<String> TAGS = List.of("vip", "new", "family");
    private static final List<String> NUMBERS =
            List.of("member.level", "coupon.redemptions", "member.ordersIn(\"30d\")", "member.ordersIn(\"72h\")");

    private final Random random;

    RandomShop(long seed) {
        this.random = new Random(seed);
    }

    /** A file of rules on order and cart events. */
    String rules(int count) {
        StringBuilder drl = new StringBuilder("package rules;\n\n");
        for (int i = 0; i < count; i++) {
            List<String> constraints = new ArrayList<>();
            for (int c = random.nextInt(4); c >= 0; c--) {
                constraints.add(condition(2));
            }
            String event = random.nextInt(4) == 0 ? "OrderPaid" : "OrderPlaced";
            drl.append(Shop.rule("rule " + i, event + "( " + String.join(", ", constraints) + " )"));
        }
        return drl.toString();
    }

    Fact fact() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("total", (long) random.nextInt(12) * 50);
        some(data, "store", one(STORES));
        some(data, "source", one(List.of("online", "pos")));
        Map<String, Object> shared = new LinkedHashMap<>();
        some(shared, "member.level", (long) random.nextInt(6));
        some(shared, "member.store", one(STORES));
        some(shared, "member.vip", random.nextBoolean());
        some(shared, "member.spent", (long) random.nextInt(12) * 50);
        some(shared, "member.rating", BigDecimal.valueOf(random.nextInt(12) * 5L, 1));
        some(shared, "member.tags", TAGS.subList(0, 1 + random.nextInt(TAGS.size())));
        some(shared, "coupon.redemptions", (long) random.nextInt(6));
        some(shared, "member.ordersIn(PT720H)", (long) random.nextInt(6));
        some(shared, "member.ordersIn(PT72H)", (long) random.nextInt(6));
        return Shop.fact(random.nextInt(4) == 0 ? "order.paid" : "order.placed", data, shared);
    }

    private void some(Map<String, Object> values, String path, Object value) {
        if (random.nextInt(5) > 0) {
            values.put(path, value);
        }
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 8)) {
            case 0, 1 -> one(NUMBERS) + " " + order() + " " + random.nextInt(6);
            case 2 -> one(List.of("total", "member.spent")) + " " + order() + " " + money();
            case 3 -> "member.rating " + order() + " " + one(List.of("2", "2.5", "3.00", "-1"));
            case 4 -> text();
            case 5 -> "member.tags " + one(List.of("contains", "not contains")) + " \"" + one(TAGS) + "\"";
            case 6 -> "member.vip " + one(List.of("==", "!=")) + " " + random.nextBoolean();
            case 7 ->
                one(List.of("store", "member.level", "member.tags", "total")) + one(List.of(" == null", " != null"));
            case 8 -> "!(" + condition(depth - 1) + ")";
            case 9 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            default -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
        };
    }

    private String text() {
        String path = one(List.of("store", "member.store"));
        String end = one(List.of("startsWith", "endsWith"));
        return switch (random.nextInt(6)) {
            case 0 -> path + " == \"" + one(STORES) + "\"";
            case 1 -> path + " != \"" + one(STORES) + "\"";
            case 2 -> path + one(List.of(" in", " not in")) + " (\"S1\", \"" + one(STORES) + "\")";
            case 3 -> path + one(List.of(" matches", " not matches")) + " \"S[12]|n.*\"";
            case 4 -> path + one(List.of(" contains", " not contains")) + " \"S\"";
            // why: on an absent text Drools throws where Siyu's comparison does not hold
            default ->
                "(" + path + " != null && " + path + " str[" + end + "] \"" + one(List.of("S", "1", "th")) + "\")";
        };
    }

    private String order() {
        return one(List.of("==", "!=", "<", "<=", ">", ">="));
    }

    private String money() {
        return one(List.of("0", "0.50", "2", "3.5", "-1", "5.50"));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
