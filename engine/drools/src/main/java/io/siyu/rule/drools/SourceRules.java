package io.siyu.rule.drools;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.DrlReader;
import io.siyu.rule.drools.drl.RuleTree;
import io.siyu.rule.drools.drl.Token;
import io.siyu.rule.drools.typed.TypeRule;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.List;

/** The sound rules of one source, and what is wrong in it. Equal only to itself, so that many are compared quickly. */
final class SourceRules {

    private final List<Named> rules = new ArrayList<>();
    private final List<Diagnostic> faults;

    /** A rule and where its name stands. */
    record Named(TypedRule rule, Token name) {}

    private SourceRules(Source source, FactSchema schema) {
        DrlFaults found = new DrlFaults(source.file());
        TypeRule typing = new TypeRule(schema, found);
        for (RuleTree tree : DrlReader.read(source.drl(), found)) {
            typing.type(tree).ifPresent(rule -> rules.add(new Named(rule, tree.namePlace())));
        }
        faults = found.sorted();
    }

    static SourceRules of(Source source, FactSchema schema) {
        return new SourceRules(source, schema);
    }

    List<Named> rules() {
        return rules;
    }

    List<Diagnostic> faults() {
        return faults;
    }
}
