package io.siyu.rule.drools;

import io.siyu.rule.drools.typed.TypedRule;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kie.api.KieBase;

/** The rules that listen to one event type, and the rule bases built of them that no session uses. */
final class EventRules {

    private final List<TypedRule> rules;
    private final Queue<KieBase> idle = new ConcurrentLinkedQueue<>();

    /** @param rules in proposal order; their places are their numbers */
    EventRules(List<TypedRule> rules) {
        this.rules = List.copyOf(rules);
        idle.add(ExecutableModel.of(rules));
    }

    List<TypedRule> rules() {
        return rules;
    }

    /** Whether these are the very rules. */
    boolean are(List<TypedRule> others) {
        boolean same = rules.size() == others.size();
        for (int i = 0; same && i < rules.size(); i++) {
            same = rules.get(i) == others.get(i);
        }
        return same;
    }

    /** A rule base for one session only, for Drools loses firings where two threads first use one base at once. */
    KieBase take() {
        KieBase free = idle.poll();
        return free == null ? ExecutableModel.of(rules) : free;
    }

    /** Takes back the rule base of a session that has ended. */
    void free(KieBase base) {
        idle.add(base);
    }
}
