package io.siyu.rule.drools.drl;

import java.util.Map;

/** What Drools would read but Siyu's rules may not say, each with what to write instead. */
final class Unsupported {

    private static final String HELPERS =
            "write the condition with the fields and helpers of the catalogue; ./siyu facts tells them.";
    private static final String COUNT = "use a count the member has, such as member.ordersIn(\"30d\").";
    private static final String DOOR = "remove it: all events come in by one door, each with its type.";
    private static final String IN_EVENT =
            "ask inside the pattern of the event: OrderPlaced( total >= 200, member.level >= 2 ).";
    private static final String NO_SUMS =
            "remove it: a consequence does not calculate; write propose.send(\"template\");";

    /** By the words a line begins with; two of them first. */
    private static final Map<String, String> TOP = Map.ofEntries(
            Map.entry("import", "remove it: every event type of the catalogue is known without an import."),
            Map.entry("import static", HELPERS),
            Map.entry("import function", HELPERS),
            Map.entry("import accumulate", "use a sum the member has, such as member.spentIn(\"30d\")."),
            Map.entry("import acc", "use a sum the member has, such as member.spentIn(\"30d\")."),
            Map.entry("global", "remove it: \"propose\" is known in every rule."),
            Map.entry("declare", "describe the event type in catalogue.yaml; rules see it at once."),
            Map.entry("declare window", COUNT),
            Map.entry("declare entry", DOOR),
            Map.entry("declare enum", "compare with the text or the number itself: member.level >= 2."),
            Map.entry(
                    "declare trait",
                    "give the member a tag, propose.tag(\"vip\"), and ask member.tagged(\"vip\") == true."),
            Map.entry("function", HELPERS),
            Map.entry("query", "write a rule: \"rule … when … then … end\"."),
            Map.entry("package", "move it to the first line; a file has one."),
            Map.entry("unit", "remove it: all rules share one book."),
            Map.entry("dialect", "remove it: conditions and consequences have one form."),
            Map.entry("expander", "call the file *.dslr: sentences stand there, DRL stands here."),
            Map.entry("template", "write a message template in templates/*.yaml."));

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
            Map.entry("if", "write \"when\"; a condition that fails ends the rule."),
            Map.entry("extends", "repeat the conditions: each rule stands alone."));

    private static final Map<String, String> ANNOTATIONS = Map.ofEntries(
            Map.entry("role", "remove it: every type of the catalogue is an event."),
            Map.entry("timestamp", "remove it: every event has its time."),
            Map.entry("duration", "remove it: an event is a moment; a campaign has a \"wait\" step."),
            Map.entry("expires", "remove it: what is kept of a member is kept 400 days; ask .within(\"30d\") == true."),
            Map.entry("key", "remove it: catalogue.yaml describes fields."),
            Map.entry("position", "remove it: conditions name their fields."),
            Map.entry("Propagation", "remove it: a rule is evaluated once for an event."),
            Map.entry("Eager", "remove it: a rule is evaluated once for an event."),
            Map.entry("Direct", "remove it: rules have no order; write @priority(10) to rank proposals."),
            Map.entry("All", "remove it: every rule that holds proposes; a frequency cap keeps one message."),
            Map.entry("Activation", "give the rules priorities; a frequency cap keeps one message."),
            Map.entry("PropertyReactive", "remove it: a rule is evaluated once for an event."),
            Map.entry("ClassReactive", "remove it: a rule is evaluated once for an event."),
            Map.entry("watch", "remove it: a rule is evaluated once for an event."));

    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("not", "begin with the event: OrderPlaced( … ) not Coupon( … )."),
            Map.entry("exists", "begin with the event: OrderPlaced( … ) exists Coupon( … )."),
            Map.entry("forall", "turn it round: not Coupon( … ) with what none may be, behind the event's pattern."),
            Map.entry("accumulate", COUNT),
            Map.entry("acc", COUNT),
            Map.entry("groupby", COUNT),
            Map.entry("collect", COUNT),
            Map.entry("eval", "write the condition inside the pattern of the event."),
            Map.entry("test", "write the condition inside the pattern of the event."),
            Map.entry("from", "name the field itself: member.…, coupon.… and store.… are part of every event."),
            Map.entry("do", "write a second rule with its own conditions."),
            Map.entry("if", "write a second rule with its own conditions."),
            Map.entry("else", "write a second rule with its own conditions."),
            Map.entry("over", COUNT));

    /** Types people put beside the event, or before it. */
    private static final Map<String, String> FACTS = Map.of(
            "Member", IN_EVENT,
            "Customer", IN_EVENT,
            "Store", "ask the event's own store: OrderPlaced( store == \"S1\" ).",
            "Item", "ask what was bought: member.bought(\"TEA-100\", \"30d\") == true.",
            "Event", "name the type itself: of order.placed it is OrderPlaced( … ).",
            "Coupon", "write exists Coupon( … ), or not Coupon( … ), behind the event.",
            "Order", "write exists Order( … ), or not Order( … ), behind the event.",
            "Enrolment", "write exists Enrolment( … ), or not Enrolment( … ), behind the event.");

    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("insert", "propose something; a rule never makes events."),
            Map.entry("insertLogical", "propose something; a rule never makes events."),
            Map.entry("signalEvent", "propose something; a rule never makes events."),
            Map.entry("update", "propose a tag: propose.tag(\"vip\");"),
            Map.entry("modify", "propose a tag: propose.tag(\"vip\");"),
            Map.entry("delete", "remove it; facts leave by themselves."),
            Map.entry("retract", "remove it; facts leave by themselves."),
            Map.entry("drools", "write what the rule proposes: propose.send(\"template\");"),
            Map.entry("kcontext", "write what the rule proposes: propose.send(\"template\");"),
            Map.entry("channels", "write what is to be sent: propose.send(\"template\");"),
            Map.entry("System", "remove it; why a rule fired is shown with each message."),
            Map.entry("logger", "remove it; why a rule fired is shown with each message."),
            Map.entry("log", "remove it; why a rule fired is shown with each message."),
            Map.entry("if", "write a second rule with its own conditions."),
            Map.entry("for", NO_SUMS),
            Map.entry("while", NO_SUMS),
            Map.entry("int", NO_SUMS),
            Map.entry("long", NO_SUMS),
            Map.entry("double", NO_SUMS),
            Map.entry("boolean", NO_SUMS),
            Map.entry("var", NO_SUMS),
            Map.entry("String", NO_SUMS),
            Map.entry("return", "remove it; a condition of the rule keeps it from proposing."));

    private static final String BRACES = "remove the braces; the rule ends with \"end\".";
    private static final Map<String, String> SIGNS = Map.of(":", "remove the colon behind \"then\".", "{", BRACES);

    private Unsupported() {}

    static void atTop(Token at, Token behind, DrlFaults faults) {
        String maybe = TOP.getOrDefault(at.text() + " " + behind.text(), TOP.get(at.text()));
        if (maybe == null) {
            String wrong = "Here a rule must start, not " + at.shown() + ".";
            faults.add(at, "syntax", wrong, "\"rule\" is missing, or the rule before has an \"end\" too many.");
        } else {
            faults.add(at, "unsupported", "\"" + at.text() + "\" has no place in a rule file.", maybe);
        }
    }

    /** Refuses an annotation of Drools; what is none is left to those who know ours. */
    static void annotation(Token name) {
        String maybe = ANNOTATIONS.get(name.text());
        if (maybe != null) {
            throw new Refusal(name, "annotation", "A rule here has no \"@" + name.text() + "\".", maybe);
        }
    }

    /** Whether a rule of Drools may have this attribute. */
    static boolean isAttribute(String name) {
        return ATTRIBUTES.containsKey(name);
    }

    /** @param name the attribute's whole word, such as {@code no-loop} */
    static Refusal attribute(Token at, String name) {
        String maybe = ATTRIBUTES.get(name);
        return maybe == null
                ? new Refusal(
                        at,
                        "syntax",
                        "A rule's head has no " + at.shown() + ".",
                        at.is("{") ? BRACES : "remove it, or write @priority(10) if that was meant.")
                : new Refusal(at, "unsupported", "A rule here has no \"" + name + "\".", maybe);
    }

    static Refusal noWhen(Token at) {
        String wrong = "\"when\" is missing before " + at.shown() + ".";
        return new Refusal(at, "syntax", wrong, "a line with \"when\" was left out.");
    }

    /** The refusal of a word that starts or follows a pattern; a plain fault of syntax if the word means nothing. */
    static Refusal element(Token at, Token behind) {
        if (at.is("from") && (behind.is("accumulate") || behind.is("collect"))) {
            return element(behind, at);
        }
        if (at.is("from") && behind.is("entry")) {
            return unavailable(at, DOOR);
        }
        if (at.is(":")) {
            return new Refusal(at, "syntax", "Behind \"when\" no colon stands.", "remove the colon.");
        }
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
                        FACTS.getOrDefault(at.text(), "the rule looks at two events; write one rule for each."))
                : unavailable(at, maybe);
    }

    private static Refusal unavailable(Token at, String maybe) {
        return new Refusal(at, "unsupported", "\"" + at.text() + "\" is not available in conditions.", maybe);
    }

    static Refusal variable(Token at) {
        String wrong = "A rule names no variables such as \"" + at.text() + "\".";
        return new Refusal(at, "unsupported", wrong, "write the field itself where its value is needed.");
    }

    /** Refuses a type that stands where the event's must. */
    static void event(Token type, Token behind) {
        if (behind.is(".")) {
            String wrong = "A type here has no package.";
            throw new Refusal(type, "syntax", wrong, "write the type's name alone, such as OrderPlaced( … ).");
        }
        if (type.is("Member") || type.is("Customer") || type.is("Event")) {
            String wrong = "A rule begins with an event; \"" + type.text() + "\" is none.";
            throw new Refusal(type, "unknown-type", wrong, FACTS.getOrDefault(type.text(), IN_EVENT));
        }
    }

    /** The refusal of a sign that stands where the event's type must. */
    static Refusal sign(Token at, Token behind) {
        if (at.is("(") && (behind.is("or") || behind.is("and"))) {
            return element(behind, at);
        }
        String wrong = "A condition starts with the event, not with " + at.shown() + ".";
        return new Refusal(at, "syntax", wrong, "write OrderPlaced( … ).");
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

    /** The refusal of what stands behind the line that proposes. */
    static Refusal behindProposal(Token at) {
        String wrong = "A rule proposes one thing; " + at.shown() + " starts a second.";
        return at.is("}")
                ? new Refusal(at, "consequence", "\"}\" closes nothing.", BRACES)
                : new Refusal(at, "consequence", wrong, "write a second rule with the same conditions.");
    }

    static Refusal statement(Token at) {
        String wrong = "A consequence is one line that starts with \"propose\", not with " + at.shown() + ".";
        String otherwise = at.text().startsWith("$")
                ? "propose a tag: propose.tag(\"vip\"); a consequence takes no values."
                : SIGNS.getOrDefault(at.text(), "write propose.send(\"template\").step(\"first\");");
        return new Refusal(
                at,
                STATEMENTS.containsKey(at.text()) ? "unsupported" : "consequence",
                wrong,
                STATEMENTS.getOrDefault(at.text(), otherwise));
    }
}
