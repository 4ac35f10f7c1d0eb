package io.siyu.rule.drools.typed;

import io.siyu.campaign.Nearest;
import io.siyu.event.EventType;
import io.siyu.rule.FactSchema;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.RuleTree;
import io.siyu.rule.drools.drl.RuleTree.Constraint;
import io.siyu.rule.drools.drl.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        Optional<EventType> event = schema.type(rule.event().text());
        if (event.isEmpty()) {
            unknown(rule);
            return Optional.empty();
        }
        Optional<List<Clause>> clauses = clauses(rule, event.get());
        if (proposal.isEmpty() || clauses.isEmpty()) {
            return Optional.empty();
        }
        List<Written> written =
                rule.constraints().stream().map(Constraint::written).toList();
        return Optional.of(
                new TypedRule(summary(rule, event.get()), event.get(), clauses.get(), written, proposal.get()));
    }

    private Optional<List<Clause>> clauses(RuleTree rule, EventType event) {
        TypeLiterals literals = new TypeLiterals(schema.catalogue().currencyDigits(), faults);
        TypeConditions conditions = new TypeConditions(new TypePaths(event, schema, faults), literals, faults);
        List<Clause> clauses = new ArrayList<>();
        for (Constraint constraint : rule.constraints()) {
            conditions.type(constraint.condition()).ifPresent(clauses::add);
        }
        return clauses.size() == rule.constraints().size() ? Optional.of(clauses) : Optional.empty();
    }

    private RuleSummary summary(RuleTree rule, EventType event) {
        List<String> conditions =
                rule.constraints().stream().map(Constraint::text).toList();
        return new RuleSummary(rule.name(), faults.file(), rule.place().line(), event.name(), conditions);
    }

    private void unknown(RuleTree rule) {
        String name = rule.event().text();
        List<String> known =
                schema.catalogue().types().stream().map(EventType::drlName).toList();
        String maybe = Nearest.to(name, known)
                .map(near -> "\"" + near + "\" was meant.")
                .orElse("the event type is missing in catalogue.yaml.");
        faults.add(rule.event(), "unknown-type", "The event type \"" + name + "\" is not in the catalogue.", maybe);
    }
}
