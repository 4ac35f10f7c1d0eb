package io.siyu.rule.drools.typed;

import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.rule.drools.drl.Condition;
import io.siyu.rule.drools.drl.Condition.Comparison;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Literal;
import io.siyu.rule.drools.drl.Operator;
import io.siyu.rule.drools.typed.Clause.Compared;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the conditions of one rule into clauses; all its faults are reported. */
final class TypeConditions {

    private static final Set<Operator> SAMENESS = Set.of(Operator.EQUAL, Operator.IN);
    private static final Set<Operator> ORDER =
            Set.of(Operator.EQUAL, Operator.IN, Operator.LESS, Operator.AT_MOST, Operator.MORE, Operator.AT_LEAST);
    private static final Map<FieldType, Set<Operator>> ALLOWED = new EnumMap<>(Map.of(
            FieldType.TEXT,
            Set.of(
                    Operator.EQUAL,
                    Operator.IN,
                    Operator.CONTAINS,
                    Operator.MATCHES,
                    Operator.NOT_MATCHES,
                    Operator.STARTS_WITH,
                    Operator.ENDS_WITH),
            FieldType.INTEGER,
            ORDER,
            FieldType.DECIMAL,
            ORDER,
            FieldType.MONEY,
            ORDER,
            FieldType.BOOLEAN,
            Set.of(Operator.EQUAL),
            FieldType.TEXTS,
            Set.of(Operator.CONTAINS),
            FieldType.INSTANT,
            Set.of(),
            FieldType.DATE,
            Set.of(),
            FieldType.ITEMS,
            Set.of()));

    private final TypePaths paths;
    private final TypeLiterals literals;
    private final DrlFaults faults;

    TypeConditions(TypePaths paths, TypeLiterals literals, DrlFaults faults) {
        this.paths = paths;
        this.literals = literals;
        this.faults = faults;
    }

    /** The clause, or nothing if it has a fault. */
    Optional<Clause> type(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return type(not.part()).map(Clause.Not::new);
        }
        if (condition instanceof Condition.All all) {
            return parts(all.parts()).map(Clause.All::new);
        }
        if (condition instanceof Condition.Any any) {
            return parts(any.parts()).map(Clause.Any::new);
        }
        return compared((Comparison) condition);
    }

    private Optional<List<Clause>> parts(List<Condition> conditions) {
        List<Clause> parts = new ArrayList<>();
        conditions.forEach(condition -> type(condition).ifPresent(parts::add));
        return parts.size() == conditions.size() ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Clause> compared(Comparison comparison) {
        Optional<Term> term = paths.term(comparison.path());
        if (term.isEmpty()) {
            return Optional.empty();
        }
        if (comparison.literals().stream().anyMatch(literal -> literal.isNull())) {
            return absent(comparison, term.get());
        }
        Optional<Field> personal = paths.personal(comparison.path());
        if (personal.isPresent() && hidden(comparison, term.get())) {
            String name = comparison.path().name();
            String wrong = "\"" + name + "\" is personal; rules see only whether it is there.";
            return refused(comparison, "personal", wrong, "write " + name + " == true.");
        }
        FieldType type = term.get().type();
        if (!ALLOWED.getOrDefault(type, SAMENESS).contains(comparison.operator())) {
            return refused(comparison, "type", wrongOperator(comparison, type), Words.instead(type));
        }
        if (personal.filter(field -> field.type() == FieldType.DATE).isPresent() && !literals.areDays(comparison)) {
            return Optional.empty();
        }
        twice(comparison);
        return literals.values(comparison, type).map(values -> clause(comparison, term.get(), values));
    }

    private void twice(Comparison comparison) {
        Set<Object> before = new HashSet<>();
        for (Literal literal : comparison.literals()) {
            if (!before.add(String.valueOf(literal.value()))) {
                String wrong = "The value " + literal.place().text() + " stands in the list already.";
                faults.warn(literal.place(), "twice", wrong, "another one was meant.");
            }
        }
    }

    /** Whether a comparison asks for more of a personal value than what is left of it. */
    private static boolean hidden(Comparison comparison, Term term) {
        return term.type() == FieldType.BOOLEAN
                && comparison.literals().stream().anyMatch(literal -> !(literal.value() instanceof Boolean));
    }

    private static Clause clause(Comparison comparison, Term term, TypeLiterals.Typed typed) {
        Clause.Matcher matcher = Matchers.of(term.type(), comparison.operator(), typed.operands());
        return new Compared(term, comparison.operator(), typed.values(), matcher, comparison.written());
    }

    private Optional<Clause> absent(Comparison comparison, Term term) {
        if (comparison.operator() != Operator.EQUAL) {
            String wrong = "\"" + comparison.operator().written() + "\" cannot compare with null.";
            return refused(comparison, "type", wrong, "write == null or != null.");
        }
        return Optional.of(new Compared(term, Operator.EQUAL, List.of(), Matchers.ABSENT, comparison.written()));
    }

    private Optional<Clause> refused(Comparison comparison, String code, String wrong, String maybe) {
        faults.add(
                code.equals("personal") ? comparison.path().place() : comparison.operatorPlace(), code, wrong, maybe);
        return Optional.empty();
    }

    private static String wrongOperator(Comparison comparison, FieldType type) {
        return "\"" + comparison.path().name() + "\" is " + Words.of(type) + "; \""
                + comparison.operator().written() + "\" does not compare that.";
    }
}
