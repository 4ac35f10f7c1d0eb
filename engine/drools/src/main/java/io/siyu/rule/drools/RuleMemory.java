package io.siyu.rule.drools;

import io.siyu.rule.Fact;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.rule.FactHandle;

/** The working memory for the rules of one event type: insert, fire, delete. */
final class RuleMemory {

    private static final KieSessionConfiguration OPTIONS = options();

    private final EventRules rules;
    private final KieBase base;
    private final Evaluation evaluation;
    private KieSession session;

    RuleMemory(EventRules rules) {
        this.rules = rules;
        this.base = rules.take();
        this.session = base.newKieSession(OPTIONS, null);
        this.evaluation = new Evaluation(rules.rules().size());
    }

    /** The rules that hold for a fact of the event type, in proposal order. */
    List<TypedRule> held(Fact fact) {
        evaluation.begin(fact);
        FactHandle handle = session.insert(evaluation);
        session.fireAllRules(rules.rules().size());
        if (evaluation.silent()) { // why: what matches nothing is not kept, and deleting it again would be warned of
            evaluation.end();
            return List.of();
        }
        session.delete(handle);
        evaluation.end();
        List<TypedRule> held = new ArrayList<>();
        for (int number : evaluation.fired()) {
            held.add(rules.rules().get(number));
        }
        return held;
    }

    /** Begins anew after an exception. */
    void renew() {
        session.dispose();
        session = base.newKieSession(OPTIONS, null);
        evaluation.end();
    }

    private static KieSessionConfiguration options() {
        KieSessionConfiguration options = KieServices.get().newKieSessionConfiguration();
        // why: with DirectFiringOption Drools keeps a tuple of every match for as long as the session lives.
        options.setOption(ThreadSafeOption.NO);
        return options;
    }

    void close() {
        session.dispose();
        rules.free(base);
    }
}
