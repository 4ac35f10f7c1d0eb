package io.siyu.samples.bench.plain;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.siyu.samples.bench.load.LoadRules;
import io.siyu.samples.bench.load.LoadRules.Bound;
import io.siyu.samples.bench.load.LoadRules.LoadRule;
import java.util.Set;
import java.util.function.Function;
import org.drools.model.AlphaIndex;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * The rules of the fixed mix as Drools is used by the book: event and member as two facts joined by the member's id, in
 * the executable model with its indexes, and a new session for every event. It fires, and does nothing else.
 */
public final class PlainDrools {
    private final KieBase base;
    private long fired;

    /** What happened, as a fact. */
    public record Told(String type, String member, long total, String store, String source) {}

    /** The member, as a fact. */
    public record Known(String id, long level, long orders, long spent, long refunds, String city, Set<String> tags) {}

    /** The first so many rules. */
    public PlainDrools(int rules) {
        ModelImpl model = new ModelImpl();
        for (int number = 0; number < rules; number++) {
            model.addRule(model(LoadRules.rule(number)));
        }
        this.base = KieBaseBuilder.createKieBaseFromModel(model);
    }

    /** Evaluates one event in a session of its own. */
    public void evaluate(Told told, Known known) {
        KieSession session = base.newKieSession();
        try {
            session.insert(told);
            session.insert(known);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    /** How often a rule has fired. */
    public long fired() {
        return fired;
    }

    private Rule model(LoadRule load) {
        Variable<Told> told = declarationOf(Told.class);
        Variable<Known> known = declarationOf(Known.class);
        PatternDef<Told> event = pattern(told);
        add(event, new Bound("type", "==", load.event()), PlainDrools::ofEvent);
        load.ofEvent().forEach(bound -> add(event, bound, PlainDrools::ofEvent));
        PatternDef<Known> member = pattern(known)
                .expr(
                        "joined",
                        told,
                        (one, other) -> one.id().equals(other.member()),
                        betaIndexedBy(String.class, ConstraintType.EQUAL, 0, Known::id, Told::member));
        load.ofMember().forEach(bound -> add(member, bound, PlainDrools::ofMember));
        return rule("plain", LoadRules.name(load.number())).build(event, member, on(told).execute(any -> fired++));
    }

    private static <T> void add(PatternDef<T> pattern, Bound bound, Function<String, Function<T, Object>> fields) {
        Function<T, Object> field = fields.apply(bound.field());
        String id = bound.toString();
        Predicate1<T> holds = fact -> holds(field.apply(fact), bound);
        switch (bound.operator()) {
            case "==" -> pattern.expr(id, holds, index(String.class, ConstraintType.EQUAL, field, bound));
            case ">=" -> pattern.expr(id, holds, index(Long.class, ConstraintType.GREATER_OR_EQUAL, field, bound));
            case "<" -> pattern.expr(id, holds, index(Long.class, ConstraintType.LESS_THAN, field, bound));
            default -> pattern.expr(id, holds);
        }
    }

    private static <T, V> AlphaIndex<T, V> index(
            Class<V> type, ConstraintType kind, Function<T, Object> field, Bound bound) {
        int number = Math.floorMod(bound.field().hashCode(), 1000) + 1;
        return alphaIndexedBy(type, kind, number, fact -> type.cast(field.apply(fact)), type.cast(bound.value()));
    }

    private static boolean holds(Object value, Bound bound) {
        return switch (bound.operator()) {
            case "==" -> value.equals(bound.value());
            case ">=" -> (long) value >= (long) bound.value();
            case "<" -> (long) value < (long) bound.value();
            default -> ((Set<?>) value).contains(bound.value());
        };
    }

    private static Function<Told, Object> ofEvent(String field) {
        return switch (field) {
            case "type" -> Told::type;
            case "total" -> Told::total;
            case "store" -> Told::store;
            default -> Told::source;
        };
    }

    private static Function<Known, Object> ofMember(String field) {
        return switch (field) {
            case "level" -> Known::level;
            case "orders" -> Known::orders;
            case "spent" -> Known::spent;
            case "refunds" -> Known::refunds;
            case "city" -> Known::city;
            default -> Known::tags;
        };
    }
}
