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
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;

/** The rules of one edition in Drools. */
final class DroolsRuleBook implements RuleBook {

    private static final KieSessionConfiguration SESSION = sessionConfiguration();

    private final List<TypedRule> rules;
    private final Map<String, List<TypedRule>> byEvent = new HashMap<>();
    private final KieBase base;

    /** @param rules with different names; their places in proposal order become their numbers */
    DroolsRuleBook(List<TypedRule> rules) {
        this.rules =
                rules.stream().sorted(Comparator.comparing(TypedRule::proposal)).toList();
        for (TypedRule rule : this.rules) {
            byEvent.computeIfAbsent(rule.event().name(), event -> new ArrayList<>())
                    .add(rule);
        }
        this.base = ExecutableModel.of(this.rules);
    }

    @Override
    public RuleSession open() {
        return new DroolsRuleSession(this);
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

    KieSession memory() {
        return base.newKieSession(SESSION, null);
    }

    private static KieSessionConfiguration sessionConfiguration() {
        KieSessionConfiguration session = KieServices.get().newKieSessionConfiguration();
        session.setOption(DirectFiringOption.YES);
        session.setOption(ThreadSafeOption.NO);
        return session;
    }
}
