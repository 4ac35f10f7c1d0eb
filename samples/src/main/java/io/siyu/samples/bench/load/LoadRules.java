package io.siyu.samples.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rules of the fixed mix. Of ten in a row three answer events that name them, and seven look at the event and then
 * the member and never hold, each in another way.
 */
public final class LoadRules {
    /** How many texts of each purpose there are. */
    static final int TEXTS = 20;

    static final int TYPES = 50;
    private static final int OF_ORDERS = 6;
    private static final List<String> ORDERS = List.of("placed", "paid", "ready", "shipped", "delivered", "pickedup");
    private static final int PER_FILE = 50;

    private LoadRules() {}

    /**
     * One rule, taken apart so that another engine can be given the same.
     *
     * @param number from 0
     * @param event the dotted event type
     * @param ofEvent conditions on the event's own fields
     * @param ofMember conditions on the member
     */
    public record LoadRule(int number, String event, List<Bound> ofEvent, List<Bound> ofMember) {

        /** What it proposes when it holds; only the first three of ten ever do. */
        Part part() {
            return Part.at(number % 10);
        }
    }

    /** A comparison: {@code total >= 100}. A text is compared by {@code ==} or {@code contains}. */
    public record Bound(String field, String operator, Object value) {

        String drl() {
            return field + " " + operator + " " + (value instanceof String text ? '"' + text + '"' : value);
        }
    }

    /** The rule with this number. */
    public static LoadRule rule(int number) {
        int k = number / 10;
        String event = type(k % TYPES);
        int total = 10 + k % 400;
        return switch (number % 10) {
            case 0, 1, 2 ->
                new LoadRule(
                        number,
                        event,
                        List.of(is("source", named(number)), least("total", 1)),
                        List.of(least("level", 1)));
            case 3 ->
                new LoadRule(
                        number,
                        event,
                        List.of(is("store", store(k)), least("total", total)),
                        List.of(least("level", 90)));
            case 4 ->
                new LoadRule(
                        number,
                        event,
                        List.of(least("total", total), below("total", total + 150)),
                        List.of(least("orders", 90_000)));
            case 5 -> new LoadRule(number, event, List.of(is("source", "app")), List.of(has("tags", "never-" + k)));
            case 6 ->
                new LoadRule(number, event, List.of(is("store", store(k + 1))), List.of(least("spent", 90_000_000)));
            case 7 -> new LoadRule(number, event, List.of(least("total", total)), List.of(least("level", 50 + k % 40)));
            case 8 ->
                new LoadRule(number, event, List.of(is("source", "web")), List.of(is("city", "city-" + (k + 1000))));
            default -> new LoadRule(number, event, List.of(below("total", total)), List.of(least("refunds", 90_000)));
        };
    }

    /** The rules in files of fifty. */
    static List<String> files(int rules) {
        List<String> files = new ArrayList<>();
        for (int from = 0; from < rules; from += PER_FILE) {
            StringBuilder drl = new StringBuilder("package rules;\n");
            for (int number = from; number < Math.min(rules, from + PER_FILE); number++) {
                drl.append(drl(rule(number)));
            }
            files.add(drl.toString());
        }
        return files;
    }

    /** One rule as an author writes it. */
    static String drl(LoadRule rule) {
        List<String> conditions = new ArrayList<>();
        rule.ofEvent().forEach(bound -> conditions.add(bound.drl()));
        rule.ofMember().forEach(bound -> conditions.add("member." + bound.drl()));
        return "\nrule \"" + name(rule.number()) + "\"\nwhen\n    " + drlName(rule.event()) + "( "
                + String.join(", ", conditions) + " )\nthen\n    " + proposal(rule) + "\nend\n";
    }

    private static String proposal(LoadRule rule) {
        int text = rule.number() / 10 % TEXTS;
        return switch (rule.part()) {
            case HELD -> "propose.send(\"offer-" + text + "\").step(\"offer\");";
            case TAGS -> "propose.tag(\"tag-" + text + "\");";
            default -> "propose.send(\"thanks-" + text + "\").step(\"thanks\");";
        };
    }

    /** The name of a rule. */
    public static String name(int number) {
        return "Rule " + number;
    }

    /** The dotted name of one of the event types rules listen to. */
    static String type(int number) {
        return number < OF_ORDERS ? "order." + ORDERS.get(number) : String.format(Locale.ROOT, "shop.kind%02d", number);
    }

    /** How many of the types come with orders; the others are the retailer's own. */
    static int ofOrders() {
        return OF_ORDERS;
    }

    /** What an event says so that this rule answers it. */
    static String named(int rule) {
        return "c" + rule;
    }

    static String store(int number) {
        return "store-" + number % 40;
    }

    private static String drlName(String type) {
        int dot = type.indexOf('.');
        return Character.toUpperCase(type.charAt(0))
                + type.substring(1, dot)
                + Character.toUpperCase(type.charAt(dot + 1))
                + type.substring(dot + 2);
    }

    private static Bound is(String field, String text) {
        return new Bound(field, "==", text);
    }

    private static Bound has(String field, String text) {
        return new Bound(field, "contains", text);
    }

    private static Bound least(String field, long value) {
        return new Bound(field, ">=", value);
    }

    private static Bound below(String field, long value) {
        return new Bound(field, "<", value);
    }
}
