package io.siyu.rule.drools.drl;

import java.util.Map;

/** What Drools would read but Siyu's rules may not say, each with what to write instead. */
final class Unsupported {

    private static final Map<String, String> TOP = Map.of(
            "import", "remove it: every event type of the catalogue is known without an import.",
            "global", "remove it: \"propose\" is known in every rule.",
            "declare", "describe the event type in catalogue.yaml; rules see it at once.",
            "function", "write the condition with the fields and helpers of the catalogue.",
            "query", "write a rule: \"rule … when … then … end\".",
            "package", "move it to the first line; a file has one.",
            "unit", "remove it: all rules share one book.",
            "dialect", "remove it: conditions and consequences have one form.",
            "template", "write a message template in templates/*.yaml.");

    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("salience", "write @priority(10): proposals are sorted by it, rules have no order."),
            Map.entry("timer", "write a campaign with a \"wait\" step or a schedule."),
            Map.entry("duration", "write a campaign with a \"wait\" step."),
            Map.entry("calendars", "write a campaign with a schedule."),
            Map.entry("no-loop", "remove it: a rule is evaluated once for an event."),
            Map.entry("lock-on-active", "remove it: a rule is evaluated once for an event."),
            Map.entry("enabled", "remove the rule, or move it to a file outside rules/."),
            Map.entry("date-effective", "write a campaign with a start date."),
            Map.entry("date-expires", "write a campaign with an end."),
            Map.entry("dialect", "remove it: conditions and consequences have one form."),
            Map.entry("agenda-group", "remove it: all rules are evaluated, guards decide."),
            Map.entry("ruleflow-group", "remove it: all rules are evaluated, guards decide."),
            Map.entry("activation-group", "give the rules priorities; a frequency cap keeps one message."),
            Map.entry("auto-focus", "remove it: all rules are evaluated, guards decide."),
            Map.entry("extends", "repeat the conditions: each rule stands alone."));

    private static final Map<String, String> ELEMENTS = Map.of(
            "not", "begin with the event: OrderPlaced( … ) not Coupon( … ).",
            "exists", "begin with the event: OrderPlaced( … ) exists Coupon( … ).",
            "forall", "put the condition into the pattern of the event.",
            "accumulate", "use a count the member has, such as member.ordersIn(\"30d\").",
            "acc", "use a count the member has, such as member.ordersIn(\"30d\").",
            "groupby", "use a count the member has, such as member.ordersIn(\"30d\").",
            "collect", "use a count the member has, such as member.ordersIn(\"30d\").",
            "eval", "write the condition inside the pattern of the event.",
            "from", "name the field itself: member.…, coupon.… and store.… are part of every event.",
            "over", "use a count over a window, such as member.ordersIn(\"30d\").");

    private static final Map<String, String> STATEMENTS = Map.of(
            "insert", "propose something; a rule never makes events.",
            "insertLogical", "propose something; a rule never makes events.",
            "update", "propose a tag: propose.tag(\"vip\");",
            "modify", "propose a tag: propose.tag(\"vip\");",
            "delete", "remove it; facts leave by themselves.",
            "retract", "remove it; facts leave by themselves.",
            "drools", "write what the rule proposes: propose.send(\"template\");",
            "kcontext", "write what the rule proposes: propose.send(\"template\");",
            "System", "remove it; why a rule fired is shown with each message.");

    private Unsupported() {}

    static void atTop(Token at, DrlFaults faults) {
        String maybe = TOP.get(at.text());
        if (maybe == null) {
            String wrong = "Here a rule must start, not " + at.shown() + ".";
            faults.add(at, "syntax", wrong, "\"rule\" is missing, or the rule before has an \"end\" too many.");
        } else {
            faults.add(at, "unsupported", "\"" + at.text() + "\" has no place in a rule file.", maybe);
        }
    }

    /** @param name the attribute's whole word, such as {@code no-loop} */
    static Refusal attribute(Token at, String name) {
        String maybe = ATTRIBUTES.get(name);
        return maybe == null
                ? new Refusal(
                        at,
                        "syntax",
                        "\"when\" is missing before " + at.shown() + ".",
                        "a line with \"when\" was left out.")
                : new Refusal(at, "unsupported", "A rule here has no \"" + name + "\".", maybe);
    }

    /** The refusal of a word that starts or follows a pattern; a plain fault of syntax if the word means nothing. */
    static Refusal element(Token at) {
        if (at.is("and") || at.is("&&")) {
            String wrong = "What stands below each other is joined without \"" + at.text() + "\".";
            return new Refusal(at, "unsupported", wrong, "remove it; a second event needs a rule of its own.");
        }
        if (at.is("or") || at.is("||")) {
            String wrong = "A rule looks at one event; \"" + at.text() + "\" would join two.";
            return new Refusal(at, "unsupported", wrong, "write one rule for each event.");
        }
        if (at.is("propose")) {
            return new Refusal(
                    at, "syntax", "\"then\" is missing before \"propose\".", "a line with \"then\" was left out.");
        }
        String maybe = ELEMENTS.get(at.text());
        return maybe == null
                ? new Refusal(
                        at,
                        "syntax",
                        "Here \"then\" must stand, not " + at.shown() + ".",
                        "the rule looks at two events; write one rule for each.")
                : new Refusal(at, "unsupported", "\"" + at.text() + "\" is not available in conditions.", maybe);
    }

    /** The refusal of what stands behind {@code exists} or {@code not} in place of a type. */
    static Refusal behind(Token word, Token at) {
        String wrong = "\"" + word.text() + "\" looks at one pattern, not at " + at.shown() + ".";
        return new Refusal(
                at,
                "unsupported",
                wrong,
                "write " + word.text() + " Coupon( … ) without more around it, and a second one below it.");
    }

    /** Whether a word starts something other than a pattern. */
    static boolean isElement(Token at) {
        return ELEMENTS.containsKey(at.text());
    }

    static Refusal statement(Token at) {
        String wrong = "A consequence is one line that starts with \"propose\", not with " + at.shown() + ".";
        return new Refusal(
                at,
                STATEMENTS.containsKey(at.text()) ? "unsupported" : "consequence",
                wrong,
                STATEMENTS.getOrDefault(at.text(), "write propose.send(\"template\").step(\"first\");"));
    }
}
