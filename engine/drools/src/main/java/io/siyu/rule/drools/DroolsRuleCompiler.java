package io.siyu.rule.drools;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.DrlReader;
import io.siyu.rule.drools.drl.RuleTree;
import io.siyu.rule.drools.typed.TypeRule;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles DRL by reading, checking and handing it to Drools as a model. */
public final class DroolsRuleCompiler implements RuleCompiler {

    @Override
    public Compiled compile(List<Source> sources, FactSchema schema) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<TypedRule> rules = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        for (Source source : sources) {
            DrlFaults faults = new DrlFaults(source.file());
            TypeRule typing = new TypeRule(schema, faults);
            for (RuleTree tree : DrlReader.read(source.drl(), faults)) {
                typing.type(tree).filter(rule -> unique(tree, places, faults)).ifPresent(rules::add);
            }
            diagnostics.addAll(faults.sorted());
        }
        return new Compiled(new DroolsRuleBook(rules), diagnostics);
    }

    private static boolean unique(RuleTree rule, Map<String, String> places, DrlFaults faults) {
        String before = places.putIfAbsent(
                rule.name(), faults.file() + ":" + rule.place().line());
        if (before != null) {
            String wrong = "The rule \"" + rule.name() + "\" stands already in " + before + ".";
            faults.add(rule.namePlace(), "duplicate-rule", wrong, "give this one another name.");
        }
        return before == null;
    }
}
