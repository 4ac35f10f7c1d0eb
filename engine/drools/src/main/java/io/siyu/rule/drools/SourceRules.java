package io.siyu.rule.drools;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.DrlReader;
import io.siyu.rule.drools.drl.RuleTree;
import io.siyu.rule.drools.drl.Token;
import io.siyu.rule.drools.typed.Mention;
import io.siyu.rule.drools.typed.Mentions;
import io.siyu.rule.drools.typed.TypeRule;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.List;

/** The sound rules of one source, and what is wrong in it. Equal only to itself, so that many are compared quickly. */
final class SourceRules {

    private final String file;
    private final List<Named> rules = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Diagnostic> faults;
    private final List<Diagnostic> warnings;

    /** A rule and where its name stands. */
    record Named(TypedRule rule, Token name) {}

    private SourceRules(Source source, FactSchema schema) {
        file = source.file();
        DrlFaults found = new DrlFaults(source.file());
        TypeRule typing = new TypeRule(schema, found);
        for (RuleTree tree : DrlReader.read(source.drl(), found)) {
            typing.type(tree).ifPresent(rule -> {
                rules.add(new Named(rule, tree.namePlace()));
                mentions.addAll(Mentions.of(tree, rule.event().name()));
                pruned(rule, tree.namePlace(), found);
            });
        }
        faults = found.sorted();
        warnings = found.warnings();
    }

    private static void pruned(TypedRule rule, Token name, DrlFaults found) {
        if (!rule.clauses().isEmpty() && ExecutableModel.isTriedEachTime(rule)) {
            String wrong = "The rule \"" + rule.name() + "\" is tried for every "
                    + rule.event().drlName() + ": its conditions only search or exclude.";
            found.warn(
                    name, "not-pruned", wrong, "add what it is meant for: a comparison with ==, in, <, <=, > or >=.");
        }
    }

    static SourceRules of(Source source, FactSchema schema) {
        return new SourceRules(source, schema);
    }

    String file() {
        return file;
    }

    List<Named> rules() {
        return rules;
    }

    List<Diagnostic> faults() {
        return faults;
    }

    List<Diagnostic> warnings() {
        return warnings;
    }

    /** The names its sound rules take from the rest of the playbook. */
    List<Mention> mentions() {
        return mentions;
    }
}
