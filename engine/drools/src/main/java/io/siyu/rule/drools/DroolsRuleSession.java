package io.siyu.rule.drools;

import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.Fired.RuleFault;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleSession;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;

/** A long-lived Drools session: insert, fire, delete; thrown away after an exception. */
final class DroolsRuleSession implements RuleSession {

    /** Most proposals one fact may bring; a playbook above it has a fault, not an intention. */
    static final int LIMIT = 1000;

    private static final KieSessionConfiguration OPTIONS = options();

    private final DroolsRuleBook book;
    private final KieBase base;
    private KieSession memory;
    private Evaluation evaluation;

    /** A session over a rule base that no other session uses. */
    DroolsRuleSession(DroolsRuleBook book, KieBase base) {
        this.book = book;
        this.base = base;
        this.memory = base.newKieSession(OPTIONS, null);
        this.evaluation = new Evaluation(book.size());
    }

    @Override
    public Fired fire(Fact fact) {
        if (book.listening(fact.event().type()).isEmpty()) {
            return Fired.NOTHING;
        }
        try {
            evaluate(fact);
            return evaluation.silent() ? Fired.NOTHING : fired();
        } catch (RuntimeException broken) { // why: a rule that throws must not stop the others, nor the worker
            renew();
            return oneByOne(fact);
        }
    }

    private void evaluate(Fact fact) {
        evaluation.begin(fact);
        FactHandle handle = memory.insert(evaluation);
        memory.fireAllRules(book.size());
        if (!evaluation.silent()) { // why: what matches nothing is not kept, and deleting it again would be warned of
            memory.delete(handle);
        }
        evaluation.end();
    }

    private Fired fired() {
        List<TypedRule> rules = new ArrayList<>();
        for (int number : evaluation.fired()) {
            rules.add(book.rule(number));
        }
        return limited(rules, new ArrayList<>());
    }

    private void renew() {
        memory.dispose();
        memory = base.newKieSession(OPTIONS, null);
        evaluation = new Evaluation(book.size());
    }

    /** Asks each rule alone, by the same predicates, to learn which one throws. */
    private Fired oneByOne(Fact fact) {
        List<TypedRule> held = new ArrayList<>();
        List<RuleFault> faults = new ArrayList<>();
        for (TypedRule rule : book.listening(fact.event().type())) {
            try {
                if (rule.holds(fact)) {
                    held.add(rule);
                }
            } catch (RuntimeException broken) { // why: the fault is reported with its rule, the others count
                faults.add(new RuleFault(rule.name(), String.valueOf(broken)));
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
                        rule.name(), "More than " + LIMIT + " proposals for one event; this one is left out."));
            }
        }
        return new Fired(proposals, faults);
    }

    private static KieSessionConfiguration options() {
        KieSessionConfiguration options = KieServices.get().newKieSessionConfiguration();
        options.setOption(DirectFiringOption.YES);
        options.setOption(ThreadSafeOption.NO);
        return options;
    }

    @Override
    public void close() {
        memory.dispose();
    }
}
