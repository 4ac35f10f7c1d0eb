package io.siyu.rule.drools.typed;

import io.siyu.rule.Action;
import io.siyu.rule.drools.drl.Condition;
import io.siyu.rule.drools.drl.Condition.Comparison;
import io.siyu.rule.drools.drl.Literal;
import io.siyu.rule.drools.drl.Operator;
import io.siyu.rule.drools.drl.RuleTree;
import io.siyu.rule.drools.drl.RuleTree.Annotation;
import io.siyu.rule.drools.drl.RuleTree.Call;
import io.siyu.rule.drools.drl.RuleTree.Constraint;
import io.siyu.rule.drools.drl.RuleTree.Kept;
import io.siyu.rule.drools.typed.Mention.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds the campaigns, templates and channels a rule names: where only the playbook's own can be meant. */
public final class Mentions {

    /** Events of the house about its own messages and limits. */
    private static final List<String> OF_CHANNELS = List.of("message.", "quota.");

    private final List<Mention> found = new ArrayList<>();

    private Mentions() {}

    /**
     * The names in one rule, in written order.
     *
     * @param event the dotted name of the event type the rule listens to
     */
    public static List<Mention> of(RuleTree rule, String event) {
        Mentions mentions = new Mentions();
        rule.annotations().forEach(mentions::annotation);
        boolean channels = OF_CHANNELS.stream().anyMatch(event::startsWith);
        rule.constraints()
                .forEach(constraint -> mentions.condition(constraint, channels ? "channel" : "", Kind.CHANNEL));
        for (Kept kept : rule.kept()) {
            String own = kept.type().is("Enrolment") ? "campaign" : "";
            kept.constraints().forEach(constraint -> mentions.condition(constraint, own, Kind.CAMPAIGN));
        }
        rule.calls().forEach(mentions::call);
        return mentions.found;
    }

    private void annotation(Annotation annotation) {
        if (annotation.name().text().equals("campaign")) {
            add(Kind.CAMPAIGN, annotation.value());
        }
    }

    private void call(Call call) {
        String verb = call.name().text();
        if (verb.equals(Action.SEND.word()) || verb.equals(Action.PUSH.word())) {
            call.arguments().forEach(target -> add(Kind.TEMPLATE, target));
        } else if (verb.equals(Action.ENROL.word()) || verb.equals(Action.GOAL.word())) {
            call.arguments().forEach(target -> add(Kind.CAMPAIGN, target));
        }
    }

    /** @param field of the pattern whose values are names of this kind */
    private void condition(Constraint constraint, String field, Kind kind) {
        condition(constraint.condition(), field, kind);
    }

    private void condition(Condition condition, String field, Kind kind) {
        if (condition instanceof Condition.Not not) {
            condition(not.part(), field, kind);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> condition(part, field, kind));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> condition(part, field, kind));
        } else if (condition instanceof Comparison comparison) {
            comparison(comparison, field, kind);
        }
    }

    private void comparison(Comparison comparison, String field, Kind kind) {
        List<Literal> arguments = comparison.path().arguments();
        boolean same = comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN;
        if (comparison.path().name().equals("member.enrolled") && arguments != null) {
            arguments.forEach(campaign -> add(Kind.CAMPAIGN, campaign));
        } else if (comparison.path().name().equals(field) && same) {
            comparison.literals().forEach(name -> add(kind, name));
        }
    }

    private void add(Kind kind, Literal literal) {
        String name = literal.text();
        if (name != null) {
            found.add(new Mention(kind, name, literal.place()));
        }
    }
}
