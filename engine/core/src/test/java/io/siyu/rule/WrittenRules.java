package io.siyu.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A rule book written in Java, for tests that are not about DRL. */
public final class WrittenRules implements RuleBook {
    private final List<Written> rules = new ArrayList<>();

    private record Written(String type, Predicate<Fact> when, Proposal then) {}

    /** With one more rule for events of a type. */
    public WrittenRules when(String type, Predicate<Fact> condition, Proposal then) {
        rules.add(new Written(type, condition, then));
        return this;
    }

    /** With the rules a campaign's step becomes: due steps of this name propose this template. */
    public WrittenRules step(String campaign, String step) {
        return when("step.due", fact -> isStep(fact, campaign, step), send(campaign, step));
    }

    /** A proposal to send a step's template. */
    public static Proposal send(String campaign, String step) {
        return new Proposal(
                "campaign " + campaign + " step " + step, Action.SEND, campaign + "/" + step, campaign, step, 0);
    }

    /** A proposal to enter a campaign. */
    public static Proposal enrol(String campaign) {
        return new Proposal("campaign " + campaign, Action.ENROL, campaign, campaign, null, 0);
    }

    /** Whether the fact is this step being due. */
    public static boolean isStep(Fact fact, String campaign, String step) {
        return campaign.equals(fact.event().value("campaign"))
                && step.equals(fact.event().value("step"));
    }

    @Override
    public RuleSession open() {
        return new RuleSession() {
            @Override
            public Fired fire(Fact fact) {
                List<Proposal> proposals = new ArrayList<>();
                for (Written rule : rules) {
                    if (rule.type().equals(fact.event().type().name())
                            && rule.when().test(fact)) {
                        proposals.add(rule.then());
                    }
                }
                return new Fired(proposals, List.of());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<RuleSummary> rules() {
        return List.of();
    }
}
