package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.Fact;
import io.siyu.rule.FactSchema;
import io.siyu.rule.Fired;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.RuleSession;
import java.util.ArrayList;
import java.util.List;

/** A compiler that keeps what it was given, finds the faults it is told to find, and makes a book without rules. */
final class NoRules implements RuleCompiler {

    final List<Source> given = new ArrayList<>();
    final List<Diagnostic> found = new ArrayList<>();

    static PlaybookReader reader() {
        return new NoRules().playbookReader();
    }

    PlaybookReader playbookReader() {
        return new PlaybookReader(this, catalogue -> new FactSchema(catalogue, List.of()));
    }

    @Override
    public Compiled compile(List<Source> sources, FactSchema schema) {
        given.addAll(sources);
        return new Compiled(new Empty(), found);
    }

    private record Empty() implements RuleBook, RuleSession {

        @Override
        public RuleSession open() {
            return this;
        }

        @Override
        public List<RuleSummary> rules() {
            return List.of();
        }

        @Override
        public Fired fire(Fact fact) {
            return Fired.NOTHING;
        }

        @Override
        public void close() {}
    }
}
