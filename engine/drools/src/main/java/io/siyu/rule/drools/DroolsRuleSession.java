package io.siyu.rule.drools;

import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.Fired.RuleFault;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleSession;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Long-lived working memories, one for each event type that was asked about. */
final class DroolsRuleSession implements RuleSession {

    /** Most proposals one fact may bring; a playbook above it has a fault, not an intention. */
    static final int LIMIT = 1000;

    private final DroolsRuleBook book;
    private final Map<EventRules, RuleMemory> memories = new HashMap<>();

    DroolsRuleSession(DroolsRuleBook book) {
        this.book = book;
    }

    @Override
    public Fired fire(Fact fact) {
        EventRules rules = book.listening(fact.event().type());
        if (rules == null) {
            return Fired.NOTHING;
        }
        RuleMemory memory = memories.computeIfAbsent(rules, RuleMemory::new);
        try {
            List<TypedRule> held = memory.held(fact);
            return held.isEmpty() ? Fired.NOTHING : limited(held, new ArrayList<>());
        } catch (RuntimeException broken) { // why: a rule that throws must not stop the others, nor the worker
            memory.renew();
            return oneByOne(rules, fact);
        }
    }

    /** Asks each rule alone, by the same predicates, to learn which one throws. */
    private static Fired oneByOne(EventRules rules, Fact fact) {
        List<TypedRule> held = new ArrayList<>();
        List<RuleFault> faults = new ArrayList<>();
        for (TypedRule rule : rules.rules()) {
            try {
                if (rule.holds(fact)) {
                    held.add(rule);
                }
            } catch (RuntimeException broken) { // why: the fault is reported with its rule, the others count
                faults.add(new RuleFault(rule.name(), String.valueOf(broken), false));
            }
        }
        return limited(held, faults);
    }

    private static Fired limited(List<TypedRule> rules, List<RuleFault> faults) {
        List<Proposal> proposals = new ArrayList<>();
        for (TypedRule rule : rules) {
            if (proposals.size() < LIMIT) {
                proposals.add(rule.proposal());
            } else {
                faults.add(new RuleFault(
                        rule.name(), "More than " + LIMIT + " proposals for one event; this one is left out.", true));
            }
        }
        return new Fired(proposals, faults);
    }

    @Override
    public void close() {
        memories.values().forEach(RuleMemory::close);
        memories.clear();
    }
}
