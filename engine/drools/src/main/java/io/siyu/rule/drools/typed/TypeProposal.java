package io.siyu.rule.drools.typed;

import io.siyu.campaign.Nearest;
import io.siyu.rule.Action;
import io.siyu.rule.Proposal;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Literal;
import io.siyu.rule.drools.drl.RuleTree;
import io.siyu.rule.drools.drl.RuleTree.Annotation;
import io.siyu.rule.drools.drl.RuleTree.Call;
import io.siyu.rule.drools.drl.Token;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the consequence and the annotations of one rule into its proposal. */
final class TypeProposal {

    private static final BigDecimal MAX_PRIORITY = BigDecimal.valueOf(1000);
    private static final List<String> ANNOTATIONS = List.of("campaign", "priority", "description");
    private static final List<String> REFINEMENTS = List.of("step", "priority");
    private static final List<String> VERBS =
            Arrays.stream(Action.values()).map(Action::word).toList();

    private final DrlFaults faults;
    private @Nullable String campaign;
    private @Nullable String step;
    private @Nullable Integer priority;

    TypeProposal(DrlFaults faults) {
        this.faults = faults;
    }

    /** The proposal, or nothing if a part has a fault. */
    Optional<Proposal> type(RuleTree rule) {
        int before = faults.size();
        rule.annotations().forEach(this::annotation);
        if (rule.calls().isEmpty()) {
            return Optional.empty();
        }
        Call verb = rule.calls().get(0);
        String target = target(verb);
        rule.calls().stream().skip(1).forEach(this::refinement);
        if (faults.size() > before || target == null) {
            return Optional.empty();
        }
        int rank = priority == null ? 0 : priority;
        return Optional.of(new Proposal(rule.name(), action(verb), target, campaign, step, rank));
    }

    private void annotation(Annotation annotation) {
        String name = annotation.name().text();
        if (!ANNOTATIONS.contains(name)) {
            String wrong = "The annotation \"@" + name + "\" is not known.";
            faults.add(annotation.name(), "annotation", wrong, near(name, ANNOTATIONS));
        } else if (name.equals("priority")) {
            priority = priority(annotation.name(), annotation.value());
        } else {
            String text = text(annotation.value(), "@" + name);
            campaign = name.equals("campaign") ? once(campaign, text, annotation.name()) : campaign;
        }
    }

    private void refinement(Call call) {
        String name = call.name().text();
        if (!REFINEMENTS.contains(name)) {
            String wrong = "A proposal has no \"." + name + "(…)\".";
            faults.add(call.name(), "consequence", wrong, near(name, REFINEMENTS));
            return;
        }
        Literal value = only(call);
        if (value != null && name.equals("priority")) {
            priority = priority(call.name(), value);
        } else if (value != null) {
            step = once(step, text(value, "step"), call.name());
        }
    }

    private @Nullable String target(Call verb) {
        if (!VERBS.contains(verb.name().text())) {
            String wrong = "Nothing can be proposed with \"" + verb.name().text() + "\".";
            faults.add(verb.name(), "consequence", wrong, near(verb.name().text(), VERBS));
            return null;
        }
        Literal value = only(verb);
        if (value == null) {
            return null;
        }
        return action(verb) == Action.COMMISSION
                ? rate(value)
                : text(value, verb.name().text());
    }

    private static Action action(Call verb) {
        return Action.valueOf(verb.name().text().toUpperCase(Locale.ROOT));
    }

    private @Nullable Literal only(Call call) {
        if (call.arguments().size() != 1) {
            String name = call.name().text();
            faults.add(
                    call.name(),
                    "consequence",
                    "\"" + name + "\" takes one value.",
                    "write " + name + "(…) with one value.");
            return null;
        }
        return call.arguments().get(0);
    }

    private @Nullable String text(Literal literal, String of) {
        String text = literal.text();
        if (!literal.isRead()) {
            return null;
        }
        if (text == null || text.isBlank()) {
            String wrong = "\"" + of + "\" takes a text that is not empty.";
            faults.add(literal.place(), "consequence", wrong, "write it in double quotes.");
            return null;
        }
        return text;
    }

    private @Nullable String rate(Literal literal) {
        if (!literal.isRead()) {
            return null;
        }
        BigDecimal rate = literal.number();
        if (rate == null || rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(100)) > 0) {
            String wrong = "A commission is a rate from 0 to 100 percent.";
            faults.add(literal.place(), "consequence", wrong, "write propose.commission(2.5);");
            return null;
        }
        return rate.toPlainString();
    }

    private @Nullable Integer priority(Token at, Literal literal) {
        if (!literal.isRead()) {
            return null;
        }
        BigDecimal number = literal.number();
        if (number == null || number.scale() > 0 || number.abs().compareTo(MAX_PRIORITY) > 0) {
            String wrong = "A priority is a whole number from -1000 to 1000.";
            faults.add(literal.place(), "annotation", wrong, "write @priority(10).");
            return null;
        }
        return once(priority, number.intValueExact(), at);
    }

    private <T> @Nullable T once(@Nullable T before, @Nullable T now, Token at) {
        if (before != null) {
            String wrong = "\"" + at.text() + "\" is said twice.";
            faults.add(at, "annotation", wrong, "remove one of the two.");
        }
        return now;
    }

    private static String near(String word, List<String> known) {
        return Nearest.maybe(word, known).substring("Maybe ".length());
    }
}
