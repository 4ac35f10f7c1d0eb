package io.siyu.replay.suite;

import io.siyu.rule.Explained;
import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of a part of an edition in the session of the whole, which another opened and closes. For one thread. */
final class LentRules implements RuleBook, RuleSession {

    private final Focus focus;
    private final Set<String> own;
    private final RuleSession whole;
    private final @Nullable Coverage coverage;

    /** @param coverage is told how each rule meets each fact; null if nobody counts, which is much faster */
    LentRules(Focus focus, RuleSession whole, @Nullable Coverage coverage) {
        this.focus = focus;
        this.own = focus.own().stream().map(RuleSummary::name).collect(Collectors.toSet());
        this.whole = whole;
        this.coverage = coverage;
    }

    @Override
    public RuleSession open() {
        return this;
    }

    @Override
    public List<RuleSummary> rules() {
        return focus.own();
    }

    @Override
    public List<Explained> explain(Fact fact) {
        return focus.edition().rules().explain(fact).stream()
                .filter(explained -> own.contains(explained.rule().name()))
                .toList();
    }

    @Override
    public Fired fire(Fact fact) {
        if (coverage != null) {
            coverage.saw(explain(fact));
        }
        Fired fired = whole.fire(fact);
        if (fired.proposals().isEmpty() && fired.faults().isEmpty()) {
            return fired;
        }
        List<Proposal> proposals = fired.proposals().stream()
                .filter(proposal -> focus.rules().contains(proposal.rule()))
                .toList();
        List<Fired.RuleFault> faults = fired.faults().stream()
                .filter(fault -> fault.rule().isEmpty() || focus.rules().contains(fault.rule()))
                .toList();
        return new Fired(proposals, faults);
    }

    @Override
    public void close() {
        // why: what is lent is closed by its owner
    }
}
