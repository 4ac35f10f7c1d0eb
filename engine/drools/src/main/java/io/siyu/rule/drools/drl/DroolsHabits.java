package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a condition says in Drools or in SQL, and what to write here instead. */
final class DroolsHabits {

    private static final String CALCULATE = "compare the field itself; rules do not calculate.";
    private static final String TOGETHER =
            "ask for what came before: member.ordersIn(\"3d\") >= 1, or a moment's .within(\"3d\") == true.";
    private static final List<String> CALCULATING = List.of("+", "-", "*", "/", "%", "^");
    private static final List<String> TEMPORAL = List.of(
            "coincides",
            "meets",
            "metby",
            "overlaps",
            "overlappedby",
            "starts",
            "startedby",
            "finishes",
            "finishedby",
            "includes");
    private static final Map<String, String> OPERATORS = operators();

    private DroolsHabits() {}

    private static Map<String, String> operators() {
        Map<String, String> known = new HashMap<>(Map.ofEntries(
                Map.entry("=", "\"==\" was meant: it compares."),
                Map.entry("excludes", "write \"not contains\"."),
                Map.entry("memberOf", "write in (…) with the values, or member.inList(\"name\") == true."),
                Map.entry("soundslike", "write \"matches\" with a pattern."),
                Map.entry("before", "write .olderThan(\"3d\") == true, or .dueWithin(\"3d\") of what is to come."),
                Map.entry("after", "write .within(\"3d\") == true, or .dueWithin(\"3d\") of what is to come."),
                Map.entry("during", "write .within(\"3d\") == true."),
                Map.entry("startsWith", "write str[startsWith] \"…\"."),
                Map.entry("endsWith", "write str[endsWith] \"…\"."),
                Map.entry("like", "write str[startsWith] \"…\", contains \"…\" or matches \"…\"."),
                Map.entry("between", "write two comparisons: total >= 100, total <= 200."),
                Map.entry("is", "write == null, or != null."),
                Map.entry("instanceof", "name the event's type in front: OrderPlaced( … )."),
                Map.entry("and", "write a comma, or \"&&\"."),
                Map.entry("or", "write \"||\"."),
                Map.entry("~", "write \"matches\" with a pattern in double quotes."),
                Map.entry("&", "write \"&&\"."),
                Map.entry("|", "write \"||\"."),
                Map.entry("[", "name a field with a dot; lists are asked with \"contains\"."),
                Map.entry("!.", "write \".\": a missing value never meets a comparison."),
                Map.entry("?", "write two rules, or \"||\" between two comparisons.")));
        CALCULATING.forEach(sign -> known.put(sign, CALCULATE));
        TEMPORAL.forEach(word -> known.put(word, TOGETHER));
        return Map.copyOf(known);
    }

    /** Refuses what stands where an operator, a comma or the end of the pattern is expected, if people write it. */
    static void refuseOperator(Token token) {
        String maybe = token.is(Kind.SYMBOL) || token.is(Kind.WORD) ? OPERATORS.get(token.text()) : null;
        if (maybe != null) {
            throw new Refusal(token, "unsupported", "\"" + token.text() + "\" is not available in conditions.", maybe);
        }
    }

    /** Refuses what stands where a condition begins, if people write it. */
    static void refuseStart(Tokens tokens) {
        Token start = tokens.peek();
        if ((start.is("exists") || start.is("not")) && tokens.peek(1).is(Kind.WORD)) {
            String wrong = "\"" + start.text() + "\" stands behind the event's pattern, not in it.";
            throw new Refusal(start, "unsupported", wrong, "write OrderPlaced( … ) " + start.text() + " Coupon( … ).");
        }
        String maybe = start.is("this")
                ? ofThis(tokens)
                : start.is("eval") || start.is("new")
                        ? "name the field itself: total >= 200."
                        : start.is("/") ? "ask what was bought: member.bought(\"TEA-100\", \"30d\") == true." : null;
        if (maybe != null) {
            throw new Refusal(start, "unsupported", "\"" + start.text() + "\" is not available in conditions.", maybe);
        }
    }

    private static String ofThis(Tokens tokens) {
        if (tokens.peek(1).is(".")) {
            return "name the field itself: " + tokens.peek(2).text() + ".";
        }
        String word = tokens.peek(1).text();
        return OPERATORS.containsKey(word) && !word.equals("=") && !word.equals("instanceof")
                ? TOGETHER
                : "name the event's type in front and its fields here: total >= 200.";
    }

    /** Refuses a cast or a comparison without a field inside parentheses that were just opened. */
    static void refuseInside(Tokens tokens, Token open) {
        if (tokens.isNext(Kind.WORD) && tokens.peek(1).is(")") && tokens.peek(2).is(Kind.WORD)) {
            throw new Refusal(
                    open,
                    "unsupported",
                    "A value is compared as the type its field has, not as \"("
                            + tokens.peek().text() + ")\".",
                    "remove the type and its parentheses: total >= 200.");
        }
    }

    /** Refuses {@code store <> "S1"} and {@code total ( > 1 && < 2 )}: what stands where a value does. */
    static void refuseValue(Token token, Token before) {
        if (before.is("<") && token.is(">")) {
            throw new Refusal(before, "syntax", "\"<>\" does not compare.", "\"!=\" was meant.");
        }
        String maybe = value(token);
        if (maybe != null) {
            throw new Refusal(token, "value", "Here a value must stand, not " + token.shown() + ".", maybe);
        }
    }

    private static @Nullable String value(Token token) {
        return token.is("[") || token.is("{")
                ? "write several values in parentheses: in (\"S1\", \"S2\")."
                : token.is("new")
                        ? "write the value itself; a moment is asked: .within(\"3d\") == true."
                        : token.is("/") ? "write the pattern in double quotes." : null;
    }
}
