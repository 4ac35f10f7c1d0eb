package io.siyu.rule.drools;

import io.siyu.event.EventType;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** The rules of one edition in Drools. */
final class DroolsRuleBook implements RuleBook {

    private final List<TypedRule> rules;
    private final Map<String, List<TypedRule>> byEvent = new HashMap<>();
    private final AtomicReference<@Nullable KieBase> unused;

    /** @param rules with different names; their places in proposal order become their numbers */
    DroolsRuleBook(List<TypedRule> rules) {
        this.rules =
                rules.stream().sorted(Comparator.comparing(TypedRule::proposal)).toList();
        for (TypedRule rule : this.rules) {
            byEvent.computeIfAbsent(rule.event().name(), event -> new ArrayList<>())
                    .add(rule);
        }
        this.unused = new AtomicReference<>(ExecutableModel.of(this.rules));
    }

    /** A session over a rule base of its own, for Drools loses firings where two threads first use one base at once. */
    @Override
    public RuleSession open() {
        KieBase built = unused.getAndSet(null);
        return new DroolsRuleSession(this, built == null ? ExecutableModel.of(rules) : built);
    }

    @Override
    public List<RuleSummary> rules() {
        return rules.stream()
                .map(TypedRule::summary)
                .sorted(Comparator.comparing(RuleSummary::name))
                .toList();
    }

    /** The rule with this number. */
    TypedRule rule(int number) {
        return rules.get(number);
    }

    int size() {
        return rules.size();
    }

    /** The rules that listen to an event type, in proposal order. */
    List<TypedRule> listening(EventType type) {
        return byEvent.getOrDefault(type.name(), List.of());
    }
}
