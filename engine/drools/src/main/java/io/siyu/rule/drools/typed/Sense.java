package io.siyu.rule.drools.typed;

import io.siyu.event.Field;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Written;
import io.siyu.rule.drools.typed.Clause.Compared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the conditions of one pattern can hold together, and whether each says something; term by term. */
final class Sense {

    private final Scope scope;
    private final DrlFaults faults;

    Sense(Scope scope, DrlFaults faults) {
        this.scope = scope;
        this.faults = faults;
    }

    /** Reports what can never hold, and warns of what always does. */
    void check(List<Clause> clauses) {
        check(clauses, new HashMap<>());
    }

    private void check(List<Clause> clauses, Map<String, Read> known) {
        List<Clause> joined = new ArrayList<>();
        for (Clause clause : flat(clauses)) {
            Comparison comparison = Comparison.of(clause);
            if (comparison == null) {
                joined.add(clause);
            } else {
                String term = comparison.compared().term().id();
                Read before = known.get(term);
                known.put(term, next(before == null ? begin(comparison) : before, comparison));
            }
        }
        for (Clause clause : joined) {
            if (clause instanceof Clause.Any any) {
                any.parts().forEach(part -> check(List.of(part), new HashMap<>(known)));
            }
        }
    }

    private static List<Clause> flat(List<Clause> clauses) {
        List<Clause> flat = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause instanceof Clause.All all) {
                flat.addAll(flat(all.parts()));
            } else {
                flat.add(clause);
            }
        }
        return flat;
    }

    private Read begin(Comparison comparison) {
        Term term = comparison.compared().term();
        Possible possible = Possible.of(term.type());
        Field field = scope.field(term.id());
        if (field == null || field.personal()) {
            return new Read(possible, List.of(), false);
        }
        Long min = field.min();
        Possible least = min == null ? possible : possible.atLeast(min);
        return new Read(field.required() ? least.present() : least, List.of(), false);
    }

    private Read next(Read before, Comparison comparison) {
        if (before.impossible()) {
            return before;
        }
        Possible after = before.possible().where(comparison.compared(), comparison.holds());
        if (after.isEmpty()) {
            String maybe = before.written().isEmpty()
                    ? "the comparison is turned round."
                    : "one of them belongs into another rule.";
            faults.add(comparison.compared().written(), "never-holds", never(before, comparison), maybe);
        } else if (after == before.possible()) {
            faults.warn(comparison.compared().written(), "always-holds", always(before, comparison), "remove it.");
        }
        List<String> written = new ArrayList<>(before.written());
        written.add(comparison.text());
        return new Read(after, written, after.isEmpty());
    }

    private static String never(Read before, Comparison comparison) {
        return before.written().isEmpty()
                ? "By the catalogue, " + comparison.text() + " can never hold."
                : comparison.text() + " can never hold together with " + String.join(" and ", before.written()) + ".";
    }

    private static String always(Read before, Comparison comparison) {
        return before.written().isEmpty()
                ? "By the catalogue, " + comparison.text() + " always holds."
                : comparison.text() + " always holds where " + String.join(" and ", before.written()) + " does.";
    }

    /** What was read of one term. */
    private record Read(Possible possible, List<String> written, boolean impossible) {}

    /** A comparison that must hold, or must not. */
    private record Comparison(Compared compared, boolean holds) {

        static @Nullable Comparison of(Clause clause) {
            if (clause instanceof Compared compared) {
                return new Comparison(compared, true);
            }
            return clause instanceof Clause.Not not && not.part() instanceof Compared compared
                    ? new Comparison(compared, false)
                    : null;
        }

        String text() {
            Written written = compared.written();
            boolean negated = written.text().contains("!=") || written.text().contains("not ");
            return "\"" + (holds || negated ? written.text() : "!(" + written.text() + ")") + "\"";
        }
    }
}
