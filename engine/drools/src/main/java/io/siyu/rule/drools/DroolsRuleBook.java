package io.siyu.rule.drools;

import io.siyu.event.EventType;
import io.siyu.rule.Explained;
import io.siyu.rule.Fact;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import io.siyu.rule.drools.typed.Explain;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one edition in Drools, a rule base for each event type. */
final class DroolsRuleBook implements RuleBook {

    /** A book without rules. */
    static final DroolsRuleBook EMPTY = new DroolsRuleBook(Map.of());

    private final Map<String, EventRules> byEvent;

    private DroolsRuleBook(Map<String, EventRules> byEvent) {
        this.byEvent = byEvent;
    }

    /**
     * @param rules with different names
     * @param before a book whose rule bases are used where an event type has the same rules in it
     */
    static DroolsRuleBook of(List<TypedRule> rules, DroolsRuleBook before) {
        Map<String, List<TypedRule>> sorted = new HashMap<>();
        rules.stream()
                .sorted(Comparator.comparing(TypedRule::proposal))
                .forEach(rule -> sorted.computeIfAbsent(rule.event().name(), event -> new ArrayList<>())
                        .add(rule));
        Map<String, EventRules> byEvent = new HashMap<>();
        sorted.forEach((event, own) -> {
            EventRules known = before.byEvent.get(event);
            byEvent.put(event, known != null && known.are(own) ? known : new EventRules(own));
        });
        return new DroolsRuleBook(byEvent);
    }

    @Override
    public RuleSession open() {
        return new DroolsRuleSession(this);
    }

    @Override
    public List<RuleSummary> rules() {
        return byEvent.values().stream()
                .flatMap(own -> own.rules().stream())
                .map(TypedRule::summary)
                .sorted(Comparator.comparing(RuleSummary::name))
                .toList();
    }

    @Override
    public List<Explained> explain(Fact fact) {
        EventRules own = listening(fact.event().type());
        return own == null
                ? List.of()
                : own.rules().stream().map(rule -> Explain.of(rule, fact)).toList();
    }

    /** The rules that listen to an event type; null if there are none. */
    @Nullable
    EventRules listening(EventType type) {
        return byEvent.get(type.name());
    }
}
