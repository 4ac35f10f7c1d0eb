package io.siyu.rule.drools;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.FieldType;
import io.siyu.event.Subject;
import io.siyu.event.Values;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders;
import io.siyu.member.State;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Accessor;
import io.siyu.rule.Accessor.Parameter;
import io.siyu.rule.Fact;
import io.siyu.rule.FactSchema;
import io.siyu.rule.Fired;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.RuleSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop whose members are what a test says: the shipped catalogue, and shared accessors that read a map by path. */
final class Shop {

    static final Instant NOW = Instant.parse("2026-11-11T12:00:00Z");
    static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    static final FactSchema SCHEMA = new FactSchema(CATALOGUE, accessors());

    private Shop() {}

    static Compiled compile(String drl) {
        return new DroolsRuleCompiler().compile(List.of(new Source("rules/a.drl", drl)), SCHEMA);
    }

    /** What the rules propose for a fact; the rules must be without fault. */
    static List<Proposal> propose(String drl, Fact fact) {
        Fired fired = fire(drl, fact);
        if (!fired.faults().isEmpty()) {
            throw new AssertionError(fired.faults());
        }
        return fired.proposals();
    }

    static Fired fire(String drl, Fact fact) {
        Compiled compiled = compile(drl);
        if (!compiled.diagnostics().isEmpty()) {
            throw new AssertionError(compiled.diagnostics());
        }
        try (RuleSession session = compiled.book().open()) {
            return session.fire(fact);
        }
    }

    /** A rule with one constraint, and whether it fires. */
    static boolean holds(String constraint, Fact fact) {
        String event = fact.event().type().drlName();
        return !propose(rule("one", event + "( " + constraint + " )"), fact).isEmpty();
    }

    static String rule(String name, String pattern) {
        return "rule \"" + name + "\" when " + pattern + " then propose.tag(\"t\"); end\n";
    }

    /** An order of so many minor units by a member of whom nothing is known. */
    static Fact order(long total) {
        return fact("order.placed", Map.of("total", total), Map.of());
    }

    /**
     * A fact.
     *
     * @param data values of the event by field
     * @param shared values of the shared accessors by path, with arguments as in {@code member.ordersIn(PT720H)}
     */
    static Fact fact(String type, Map<String, Object> data, Map<String, Object> shared) {
        EventType known = CATALOGUE.require(type);
        Object[] values = new Object[known.fields().size()];
        data.forEach((field, value) -> values[known.indexOf(field)] = value);
        Subject subject = Subject.parse("m1");
        Values fields = new Values(known.fields(), values);
        Event event = new Event("e1", "test", known, subject, NOW, fields, false);
        Map<String, String> about = new TreeMap<>();
        shared.forEach((path, value) -> about.put(path, written(value)));
        return new Fact(event, State.fresh(subject, 1), NOW, null, about);
    }

    /** A member with these orders, of whom nothing else is known. */
    static MemberProfile member(List<Orders.Placed> orders) {
        MemberProfile none = State.fresh(Subject.parse("m1"), 1).member();
        return new MemberProfile(
                none.joinedAt(),
                none.level(),
                none.tags(),
                none.attributes(),
                none.consents(),
                none.coupons(),
                new Orders(orders.size(), 0, null, null, 0, 0, Map.of(), orders),
                none.firstTouch(),
                none.lastTouch(),
                none.communities(),
                none.told());
    }

    private static String written(Object value) {
        return value instanceof List<?> texts ? String.join("|", texts.toArray(String[]::new)) : value.toString();
    }

    private static List<Accessor> accessors() {
        List<Accessor> accessors = new ArrayList<>();
        accessors.add(shared("member.level", FieldType.INTEGER));
        accessors.add(shared("member.store", FieldType.TEXT));
        accessors.add(shared("member.phone", FieldType.BOOLEAN));
        accessors.add(shared("member.vip", FieldType.BOOLEAN));
        accessors.add(shared("member.spent", FieldType.MONEY));
        accessors.add(shared("member.rating", FieldType.DECIMAL));
        accessors.add(shared("member.tags", FieldType.TEXTS));
        accessors.add(shared("member.joinedAt", FieldType.INSTANT));
        accessors.add(shared("coupon.redemptions", FieldType.INTEGER));
        accessors.add(shared("member.ordersIn", FieldType.INTEGER, Parameter.DURATION));
        accessors.add(shared("member.consent", FieldType.TEXT, Parameter.TEXT));
        accessors.add(shared("member.enrolled", FieldType.BOOLEAN, Parameter.TEXT));
        accessors.add(new Accessor("member.broken", FieldType.INTEGER, List.of(), arguments -> fact -> {
            throw new IllegalStateException("no state");
        }));
        return accessors;
    }

    private static Accessor shared(String path, FieldType type, Parameter... parameters) {
        return new Accessor(path, type, List.of(parameters), arguments -> {
            String key = arguments.isEmpty() ? path : path + "(" + arguments.get(0) + ")";
            return fact -> read(fact.about().get(key), type);
        });
    }

    private static Object read(String written, FieldType type) {
        if (written == null) {
            return null;
        }
        return switch (type) {
            case INTEGER, MONEY -> Long.valueOf(written);
            case DECIMAL -> new BigDecimal(written);
            case BOOLEAN -> Boolean.valueOf(written);
            case TEXTS -> List.of(written.split("\\|"));
            case INSTANT -> Instant.parse(written);
            default -> written;
        };
    }
}
