package io.siyu.rule.drools.typed;

import io.siyu.campaign.Nearest;
import io.siyu.event.EventType;
import io.siyu.rule.FactSchema;
import io.siyu.rule.KeptType;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.RuleTree;
import io.siyu.rule.drools.drl.RuleTree.Constraint;
import io.siyu.rule.drools.drl.RuleTree.Kept;
import io.siyu.rule.drools.drl.RuleTree.Pattern;
import io.siyu.rule.drools.drl.Token;
import io.siyu.rule.drools.drl.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks the rules of one file against the catalogue. */
public final class TypeRule {

    private final FactSchema schema;
    private final DrlFaults faults;

    /** @param faults of the file the rules stand in */
    public TypeRule(FactSchema schema, DrlFaults faults) {
        this.schema = schema;
        this.faults = faults;
    }

    /** The rule, or nothing if a name or value in it has a fault. */
    public Optional<TypedRule> type(RuleTree rule) {
        Optional<Proposal> proposal = new TypeProposal(faults).type(rule);
        rule.others().forEach(this::other);
        Optional<EventType> event = schema.type(rule.event().text());
        if (event.isEmpty()) {
            unknown(rule);
            return Optional.empty();
        }
        Optional<List<Clause>> clauses = clauses(rule, event.get());
        if (!rule.sound() || proposal.isEmpty() || clauses.isEmpty()) {
            return Optional.empty();
        }
        List<Written> written = Stream.concat(
                        rule.constraints().stream().map(Constraint::written),
                        rule.kept().stream().map(Kept::written))
                .toList();
        return Optional.of(new TypedRule(
                summary(rule, event.get(), clauses.get()), event.get(), clauses.get(), written, proposal.get()));
    }

    private Optional<List<Clause>> clauses(RuleTree rule, EventType event) {
        Optional<List<Clause>> own = clauses(rule.constraints(), new EventScope(event, schema));
        List<Clause.Kept> kept = new ArrayList<>();
        rule.kept().forEach(pattern -> kept(pattern).ifPresent(kept::add));
        if (kept.size() < rule.kept().size()) {
            return Optional.empty();
        }
        new KeptSense(faults)
                .check(kept, rule.kept().stream().map(Kept::written).toList());
        return own.map(clauses -> Stream.concat(clauses.stream(), kept.stream()).toList());
    }

    private Optional<Clause.Kept> kept(Kept pattern) {
        Optional<KeptType> type = schema.kept(pattern.type().text());
        if (type.isEmpty()) {
            unknownKept(pattern);
            return Optional.empty();
        }
        return clauses(pattern.constraints(), new KeptScope(type.get()))
                .filter(read -> pattern.whole())
                .map(conditions -> new Clause.Kept(type.get(), pattern.wanted(), conditions));
    }

    /** Looks through a pattern that has no place in the rule; whether there is such a type is of no interest. */
    private void other(Pattern pattern) {
        String type = pattern.type().text();
        schema.type(type).ifPresent(event -> clauses(pattern.constraints(), new EventScope(event, schema)));
        schema.kept(type).ifPresent(kept -> clauses(pattern.constraints(), new KeptScope(kept)));
    }

    private Optional<List<Clause>> clauses(List<Constraint> constraints, Scope scope) {
        TypeLiterals literals = new TypeLiterals(schema.catalogue().currencyDigits(), faults);
        TypeConditions conditions = new TypeConditions(new TypePaths(scope, faults), literals, faults);
        List<Clause> clauses = new ArrayList<>();
        for (Constraint constraint : constraints) {
            conditions.type(constraint.condition()).ifPresent(clauses::add);
        }
        new Sense(scope, faults).check(clauses);
        return clauses.size() == constraints.size() ? Optional.of(clauses) : Optional.empty();
    }

    private RuleSummary summary(RuleTree rule, EventType event, List<Clause> clauses) {
        List<String> conditions = Stream.concat(
                        rule.constraints().stream().map(Constraint::text),
                        rule.kept().stream().map(kept -> kept.written().text()))
                .toList();
        SortedSet<String> reads = new TreeSet<>();
        clauses.forEach(clause -> own(clause, reads));
        return new RuleSummary(
                rule.name(),
                faults.file(),
                rule.place().line(),
                event.name(),
                conditions,
                rule.drl(),
                List.copyOf(reads));
    }

    /** Adds the fields of the event itself that a condition looks at. */
    private static void own(Clause clause, SortedSet<String> into) {
        if (clause instanceof Clause.Not not) {
            own(not.part(), into);
        } else if (clause instanceof Clause.All all) {
            all.parts().forEach(part -> own(part, into));
        } else if (clause instanceof Clause.Any any) {
            any.parts().forEach(part -> own(part, into));
        } else if (clause instanceof Clause.Compared compared && compared.term().own()) {
            into.add(compared.term().id());
        }
    }

    private void unknown(RuleTree rule) {
        if (rule.event().is(Token.Kind.BROKEN)) {
            return;
        }
        String name = rule.event().text();
        List<String> known =
                schema.catalogue().types().stream().map(EventType::drlName).toList();
        String maybe = Nearest.to(name, known)
                .map(near -> "\"" + near + "\" was meant.")
                .orElse("the event type is missing in catalogue.yaml.");
        if (schema.kept(name).isPresent()) {
            maybe = "the event comes first: OrderPlaced( … ) exists " + name + "( … ).";
        }
        faults.add(rule.event(), "unknown-type", "The event type \"" + name + "\" is not in the catalogue.", maybe);
    }

    private void unknownKept(Kept pattern) {
        String name = pattern.type().text();
        String word = pattern.word().text();
        List<String> known = schema.kept().stream().map(KeptType::name).toList();
        boolean event = schema.type(name).isPresent();
        String maybe = event
                ? "ask the member for what came of it: member.ordersIn(\"30d\"), or " + word + " Order( … )."
                : Nearest.maybe(name, known).substring("Maybe ".length());
        faults.add(
                pattern.type(),
                event ? "unsupported" : "unknown-type",
                "Behind \"" + word + "\" what a member has several of is named, not \"" + name + "\".",
                maybe);
    }
}
