package io.siyu.rule.drools;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.siyu.rule.drools.drl.Operator;
import io.siyu.rule.drools.typed.Clause;
import io.siyu.rule.drools.typed.Clause.Compared;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.drools.model.AlphaIndex;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseMutabilityOption;

/** Typed rules of one event type as Drools' executable model: one constraint, indexed where it can be, for each clause. */
final class ExecutableModel {

    private final AlphaIndexes indexes = new AlphaIndexes();

    private ExecutableModel() {}

    /** @param rules a rule's place is the number its consequence reports */
    static KieBase of(List<TypedRule> rules) {
        ExecutableModel building = new ExecutableModel();
        ModelImpl model = new ModelImpl();
        for (int number = 0; number < rules.size(); number++) {
            model.addRule(building.model(rules.get(number), number));
        }
        return KieBaseBuilder.createKieBaseFromModel(model, KieBaseMutabilityOption.DISABLED);
    }

    /** Whether none of the rule's conditions names values, so that nothing keeps it from being tried for each event. */
    static boolean isTriedEachTime(TypedRule rule) {
        return ordered(rule.clauses()).stream().noneMatch(clause -> cost(clause) < 4 || isList(clause));
    }

    private static boolean isList(Clause clause) {
        return clause instanceof Compared compared && compared.operator() == Operator.IN;
    }

    private Rule model(TypedRule typed, int number) {
        Variable<Evaluation> fact = declarationOf(Evaluation.class);
        PatternDef<Evaluation> pattern = pattern(fact);
        for (Clause clause : ordered(typed.clauses())) {
            add(pattern, clause);
        }
        return rule("rules", typed.name()).build(pattern, on(fact).execute(asked -> asked.fire(number)));
    }

    private void add(PatternDef<Evaluation> pattern, Clause clause) {
        // why: Drools shares nodes of equal id, and two nodes with one key in a range index would be refused
        String id = clause.id();
        Optional<AlphaIndex<Evaluation, ?>> index =
                clause instanceof Compared compared ? indexes.of(compared) : Optional.empty();
        if (index.isPresent()) {
            pattern.expr(id, asked -> clause.holds(asked.fact()), index.get());
        } else {
            pattern.expr(id, asked -> clause.holds(asked.fact()));
        }
    }

    /** Conjunctions taken apart; what Drools can look up first, what must be tried last. */
    private static List<Clause> ordered(List<Clause> clauses) {
        List<Clause> flat = new ArrayList<>();
        clauses.forEach(clause -> flatten(clause, flat));
        flat.sort(Comparator.comparingInt(ExecutableModel::cost));
        return flat;
    }

    private static void flatten(Clause clause, List<Clause> flat) {
        if (clause instanceof Clause.All all) {
            all.parts().forEach(part -> flatten(part, flat));
        } else {
            flat.add(clause);
        }
    }

    private static int cost(Clause clause) {
        if (clause instanceof Compared compared && AlphaIndexes.kind(compared).isPresent()) {
            return (compared.term().own() ? 0 : 2) + (compared.operator().ordering() ? 1 : 0);
        }
        return clause instanceof Clause.Kept ? 5 : 4;
    }
}
