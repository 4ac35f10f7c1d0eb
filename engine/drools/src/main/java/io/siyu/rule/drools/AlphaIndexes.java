package io.siyu.rule.drools;

import static org.drools.model.PatternDSL.alphaIndexedBy;

import io.siyu.event.FieldType;
import io.siyu.rule.drools.typed.Clause.Compared;
import io.siyu.rule.drools.typed.Term;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.drools.model.AlphaIndex;
import org.drools.model.Index.ConstraintType;

/** Where Drools may look up a comparison by hash or in a sorted map instead of trying each. */
final class AlphaIndexes {

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The index of a comparison; empty if it can only be tried. */
    Optional<AlphaIndex<Evaluation, ?>> of(Compared compared) {
        int number = numbers.computeIfAbsent(compared.term().id(), term -> numbers.size());
        return kind(compared).map(kind -> switch (compared.term().type()) {
            case TEXT -> index(String.class, kind, number, compared);
            case BOOLEAN -> index(Boolean.class, kind, number, compared);
            case DECIMAL -> index(BigDecimal.class, kind, number, compared);
            default -> index(Long.class, kind, number, compared);
        });
    }

    private static <V> AlphaIndex<Evaluation, V> index(
            Class<V> type, ConstraintType kind, int number, Compared compared) {
        Term term = compared.term();
        V literal = type.cast(compared.values().get(0));
        return alphaIndexedBy(
                type, kind, number, asked -> type.cast(term.reader().read(asked.fact())), literal);
    }

    /** How Drools may index the comparison, if it can. */
    static Optional<ConstraintType> kind(Compared compared) {
        if (compared.values().isEmpty()) {
            return Optional.empty();
        }
        FieldType type = compared.term().type();
        boolean whole = type == FieldType.INTEGER || type == FieldType.MONEY;
        boolean hashed = whole || type == FieldType.TEXT || type == FieldType.BOOLEAN;
        return switch (compared.operator()) {
            case EQUAL -> hashed ? Optional.of(ConstraintType.EQUAL) : Optional.empty();
            case LESS -> Optional.of(ConstraintType.LESS_THAN);
            case AT_MOST -> Optional.of(ConstraintType.LESS_OR_EQUAL);
            case MORE -> Optional.of(ConstraintType.GREATER_THAN);
            case AT_LEAST -> Optional.of(ConstraintType.GREATER_OR_EQUAL);
            default -> Optional.empty();
        };
    }
}
