package io.siyu.rule.drools;

import io.siyu.rule.Fact;
import java.math.BigDecimal;
import java.time.Duration;
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
    private final RandomBelongings belongings;

    RandomShop(long seed) {
        this.random = new Random(seed);
        this.belongings = new RandomBelongings(random);
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
            StringBuilder pattern = new StringBuilder(event + "( " + String.join(", ", constraints) + " )");
            for (int k = random.nextInt(3); k > 0; k--) {
                pattern.append(' ').append(kept());
            }
            drl.append(Shop.rule("rule " + i, pattern.toString()));
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
        some(shared, "member.joinedAt", moment());
        Fact fact = Shop.fact(random.nextInt(4) == 0 ? "order.paid" : "order.placed", data, shared);
        return new Fact(fact.event(), belongings.of(fact.state()), fact.at(), fact.coupon(), fact.about());
    }

    private void some(Map<String, Object> values, String path, Object value) {
        if (random.nextInt(5) > 0) {
            values.put(path, value);
        }
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0, 1 -> one(NUMBERS) + " " + order() + " " + random.nextInt(6);
            case 2 -> one(List.of("total", "member.spent")) + " " + order() + " " + money();
            case 3 -> "member.rating " + order() + " " + one(List.of("2", "2.5", "3.00", "-1"));
            case 4 -> text();
            case 5 -> "member.tags " + one(List.of("contains", "not contains")) + " \"" + one(TAGS) + "\"";
            case 6 -> "member.vip " + one(List.of("==", "!=")) + " " + random.nextBoolean();
            case 7 ->
                one(List.of("store", "member.level", "member.tags", "total")) + one(List.of(" == null", " != null"));
            case 8 -> moment("member.joinedAt");
            case 9 -> "!(" + condition(depth - 1) + ")";
            case 10 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            default -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
        };
    }

    private String kept() {
        List<String> constraints = new ArrayList<>();
        String type = one(List.of("Coupon", "Order", "Enrolment"));
        for (int c = random.nextInt(4); c > 0; c--) {
            constraints.add(kept(type, 1));
        }
        return one(List.of("exists ", "not ")) + type + "( " + String.join(", ", constraints) + " )";
    }

    private String kept(String type, int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            String by = one(List.of(" && ", " || "));
            return one(List.of("", "!")) + "(" + kept(type, 0) + by + kept(type, 0) + ")";
        }
        return switch (type) {
            case "Coupon" -> coupon();
            case "Order" -> order(random.nextInt(4));
            default -> enrolment();
        };
    }

    private String coupon() {
        return switch (random.nextInt(7)) {
            case 0 -> "kind " + one(List.of("==", "!=")) + " \"" + one(RandomBelongings.KINDS) + "\"";
            case 1 -> "value " + order() + " " + money();
            case 2 -> "open == " + random.nextBoolean();
            case 3 -> "claimed != " + random.nextBoolean();
            case 4 -> "redemptions " + order() + " " + random.nextInt(3);
            case 5 -> moment(one(List.of("issuedAt", "expiresAt")));
            default -> "earlier " + one(List.of("== true", "== false", "!= null"));
        };
    }

    private String order(int kind) {
        return switch (kind) {
            case 0 -> "store " + one(List.of("==", "!=")) + " \"" + one(STORES) + "\"";
            case 1 -> "total " + order() + " " + money();
            case 2 -> moment("at");
            default -> "earlier == " + random.nextBoolean();
        };
    }

    private String enrolment() {
        return switch (random.nextInt(3)) {
            case 0 -> "campaign in (\"" + one(RandomBelongings.KINDS) + "\", \"autumn\")";
            case 1 -> moment(one(List.of("at", "since")));
            default -> "key " + one(List.of("== null", "!= null"));
        };
    }

    // why: on an absent moment Drools throws where Siyu's comparison does not hold
    private String moment(String path) {
        String asked =
                one(List.of("within", "olderThan", "dueWithin")) + "(\"" + one(List.of("1d", "48h", "3d")) + "\")";
        return "(" + path + " != null && " + path + "." + asked + " == " + random.nextBoolean() + ")";
    }

    private Object moment() {
        return Shop.NOW.plus(Duration.ofDays(random.nextInt(7) - 4));
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
