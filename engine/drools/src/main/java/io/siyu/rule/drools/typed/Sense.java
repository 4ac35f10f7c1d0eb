package io.siyu.rule.drools.typed;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Written;
import io.siyu.rule.drools.typed.Clause.Compared;
import io.siyu.rule.drools.typed.Known.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        check(clauses, new Known(scope));
    }

    /** Whether whatever meets all of the first conditions meets all of the others, too. */
    static boolean follows(Scope scope, List<Clause> given, List<Clause> others) {
        Known known = new Known(scope);
        flat(given).stream()
                .map(Comparison::of)
                .flatMap(Optional::stream)
                .forEach(comparison -> known.read(comparison.compared(), comparison.holds()));
        List<String> said = flat(given).stream().map(Clause::id).toList();
        return flat(others).stream()
                .allMatch(other -> said.contains(other.id())
                        || Comparison.of(other)
                                .filter(comparison -> known.excludes(comparison.compared(), !comparison.holds()))
                                .isPresent());
    }

    private void check(List<Clause> clauses, Known known) {
        List<Clause> joined = new ArrayList<>();
        for (Clause clause : flat(clauses)) {
            Optional<Comparison> comparison = Comparison.of(clause);
            comparison.ifPresentOrElse(read -> read(read, known), () -> joined.add(clause));
        }
        for (Clause clause : joined) {
            if (clause instanceof Clause.Any any) {
                int before = faults.size();
                any.parts().forEach(part -> check(List.of(part), known.copy()));
                if (faults.size() == before) {
                    always(any, known);
                }
            }
        }
    }

    /** Warns when all parts cannot fail together. */
    private void always(Clause.Any any, Known known) {
        Known otherwise = known.copy();
        List<Comparison> parts = new ArrayList<>();
        for (Clause part : any.parts()) {
            Comparison.of(part).ifPresent(parts::add);
        }
        for (Comparison part : parts) {
            if (known.excludes(part.compared(), !part.holds())) {
                return; // why: that part always holds, which is told of it
            }
        }
        for (Comparison part : parts) {
            if (otherwise.excludes(part.compared(), !part.holds())) {
                String written = parts.stream().map(Comparison::text).collect(Collectors.joining(" or "));
                String wrong = "One of " + written + " always holds.";
                String maybe = "\"&&\" was meant, or the condition is left out.";
                faults.warn(parts.get(0).compared().written(), "always-holds", wrong, maybe);
                return;
            }
            otherwise.read(part.compared(), !part.holds());
        }
    }

    private static List<Clause> flat(List<Clause> clauses) {
        List<Clause> flat = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause instanceof Clause.All all) {
                flat.addAll(flat(all.parts()));
            } else if (clause instanceof Clause.Not not && not.part() instanceof Clause.Any any) {
                flat.addAll(
                        flat(any.parts().stream().<Clause>map(Clause.Not::new).toList()));
            } else if (clause instanceof Clause.Not not && not.part() instanceof Clause.Not twice) {
                flat.addAll(flat(List.of(twice.part())));
            } else {
                flat.add(clause);
            }
        }
        return flat;
    }

    private void read(Comparison comparison, Known known) {
        Compared compared = comparison.compared();
        Read before = known.of(compared);
        Read after = known.read(compared, comparison.holds(), comparison.text());
        if (before.impossible()) {
            return;
        }
        String against = after.impossible() ? null : known.longer(compared);
        if (after.impossible()) {
            String maybe = before.written().isEmpty()
                    ? "the comparison is turned round."
                    : "one of them belongs into another rule.";
            faults.add(compared.written(), "never-holds", never(before, comparison), maybe);
        } else if (against != null) {
            String wrong = comparison.text() + " can never hold together with " + against
                    + ": a longer time has as much or more.";
            faults.add(compared.written(), "never-holds", wrong, "the two lengths of time are interchanged.");
        } else if (after.remaining() == before.remaining()) {
            faults.warn(compared.written(), "always-holds", always(before, comparison), "remove it.");
        }
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

    /** A comparison that must hold, or must not. */
    private record Comparison(Compared compared, boolean holds) {

        static Optional<Comparison> of(Clause clause) {
            return Optional.ofNullable(read(clause));
        }

        private static @Nullable Comparison read(Clause clause) {
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
