package io.siyu.rule.drools;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.KnownNames;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.Unchanged;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles DRL by reading, checking and handing it to Drools as a model; what the last compilation saw already is not read
 * again, and where no rule changed the book is the same. Safe for many threads.
 */
public final class DroolsRuleCompiler implements RuleCompiler {

    private final Unchanged<Asked, SourceRules> known = new Unchanged<>();
    private volatile Last last =
            new Last(List.of(), KnownNames.UNCHECKED, new Compiled(DroolsRuleBook.EMPTY, List.of()));

    /** A source, and what its conditions may name. */
    private record Asked(Source source, FactSchema schema) {}

    /** The last compilation. */
    private record Last(List<SourceRules> sources, KnownNames names, Compiled compiled) {
        boolean is(List<SourceRules> others, KnownNames known) {
            return sources.equals(others) && names.equals(known);
        }
    }

    @Override
    public Compiled compile(List<Source> sources, FactSchema schema) {
        return compile(sources, schema, KnownNames.UNCHECKED);
    }

    @Override
    public Compiled compile(List<Source> sources, FactSchema schema, KnownNames names) {
        List<SourceRules> read = new ArrayList<>();
        try (Unchanged<Asked, SourceRules>.Round round = known.begin()) {
            for (Source source : sources) {
                read.add(round.of(new Asked(source, schema), asked -> SourceRules.of(asked.source(), asked.schema())));
            }
        }
        Last before = last;
        if (!before.is(read, names)) {
            before = new Last(read, names, compiled(read, names, before));
            last = before;
        }
        return before.compiled();
    }

    private static Compiled compiled(List<SourceRules> sources, KnownNames names, Last before) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Diagnostic> warnings = new ArrayList<>();
        List<TypedRule> rules = new ArrayList<>();
        Map<String, SourceRules.Named> first = new HashMap<>();
        for (SourceRules source : sources) {
            List<Diagnostic> faults = new ArrayList<>(source.faults());
            DrlFaults unknown = source.noFaults();
            source.mentions().forEach(mention -> mention.check(names, unknown));
            faults.addAll(unknown.sorted());
            for (SourceRules.Named named : source.rules()) {
                SourceRules.Named other = first.putIfAbsent(named.name(), named);
                if (other == null) {
                    named.sound().ifPresent(rules::add);
                } else {
                    faults.add(duplicate(named, other, source.noFaults()));
                }
            }
            faults.stream().sorted().forEach(diagnostics::add);
            warnings.addAll(source.warnings());
        }
        DroolsRuleBook book = (DroolsRuleBook) before.compiled().book();
        boolean same = before.sources().equals(sources);
        return new Compiled(same ? book : DroolsRuleBook.of(rules, book), diagnostics, warnings);
    }

    private static Diagnostic duplicate(SourceRules.Named named, SourceRules.Named other, DrlFaults faults) {
        String wrong = "The rule \"" + other.name() + "\" stands already in " + other.place() + ".";
        faults.add(named.at(), "duplicate-rule", wrong, "give this one another name.");
        return faults.sorted().get(0);
    }
}
