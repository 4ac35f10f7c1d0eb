package io.siyu.rule.drools.typed;

import io.siyu.event.FieldType;
import io.siyu.rule.Explained;
import io.siyu.rule.Fact;
import io.siyu.rule.Seen;
import io.siyu.rule.Seen.Read;
import io.siyu.rule.drools.drl.Written;
import io.siyu.rule.drools.typed.Clause.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what each condition of a rule saw of a fact, by the predicates that decide; nothing is left out for being late. */
public final class Explain {

    private final Fact fact;

    private Explain(Fact fact) {
        this.fact = fact;
    }

    /** The rule as it meets a fact of its event type. */
    public static Explained of(TypedRule rule, Fact fact) {
        Explain explain = new Explain(fact);
        List<Seen> conditions = new ArrayList<>();
        try {
            for (int i = 0; i < rule.clauses().size(); i++) {
                conditions.add(
                        explain.seen(rule.clauses().get(i), rule.written().get(i)));
            }
            return new Explained(rule.summary(), conditions, "");
        } catch (RuntimeException broken) { // why: a rule that throws is told as such, the others are explained
            return new Explained(rule.summary(), conditions, String.valueOf(broken));
        }
    }

    /** @param written what the author wrote of it; null if it is a part of something written */
    private Seen seen(Clause clause, @Nullable Written written) {
        if (clause instanceof Compared compared) {
            Object value = compared.term().reader().read(fact);
            Read read = new Read(compared.term().id(), compared.term().type(), value);
            return seen(compared.written(), compared.matcher().matches(value), read, List.of());
        }
        if (clause instanceof Clause.Kept kept && written != null) {
            Read read = new Read(kept.sought(), FieldType.INTEGER, kept.count(fact));
            return seen(written, kept.holds(fact), read, List.of());
        }
        if (clause instanceof Clause.Not not) {
            Seen part = seen(not.part(), null);
            return part.read() != null
                    ? new Seen(part.text(), part.line(), part.column(), !part.held(), part.read(), List.of())
                    : seen(
                            written == null ? place(part, "!" + part.text()) : written,
                            !part.held(),
                            null,
                            List.of(part));
        }
        boolean all = clause instanceof Clause.All;
        List<Seen> parts = parts(clause).stream().map(part -> seen(part, null)).toList();
        boolean held =
                all ? parts.stream().allMatch(Seen::held) : parts.stream().anyMatch(Seen::held);
        String text = parts.stream().map(Seen::text).collect(Collectors.joining(all ? " && " : " || ", "(", ")"));
        return seen(written == null ? place(parts.get(0), text) : written, held, null, parts);
    }

    private static List<Clause> parts(Clause joined) {
        return joined instanceof Clause.All all ? all.parts() : ((Clause.Any) joined).parts();
    }

    private static Written place(Seen at, String text) {
        return new Written(text, at.line(), at.column());
    }

    private static Seen seen(Written written, boolean held, @Nullable Read read, List<Seen> parts) {
        return new Seen(written.text(), written.line(), written.column(), held, read, parts);
    }
}
