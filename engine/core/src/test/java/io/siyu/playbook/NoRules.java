package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleCompiler;
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
        return new Compiled(RuleBook.EMPTY, found);
    }
}
