package io.siyu.playbook;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Goal;
import io.siyu.campaign.Step;
import io.siyu.campaign.Trigger;
import io.siyu.event.Catalogue;

/** The rules a campaign becomes: one that enters members, one for each step, one that counts towards its goal. */
public final class CampaignRules {

    private static final String STEP_DUE = "StepDue";

    private final Campaign campaign;
    private final Catalogue catalogue;
    private final DrlText text = new DrlText();

    private CampaignRules(Campaign campaign, Catalogue catalogue) {
        this.campaign = campaign;
        this.catalogue = catalogue;
    }

    /** The DRL of a campaign that was read without faults. */
    public static CampaignDrl of(Campaign campaign, Catalogue catalogue) {
        CampaignRules rules = new CampaignRules(campaign, catalogue);
        rules.entry();
        campaign.steps().stream().filter(Step.Act.class::isInstance).forEach(step -> rules.step((Step.Act) step));
        Goal goal = campaign.goal();
        if (goal != null) {
            rules.goal(goal);
        }
        return rules.text.drl(campaign.file());
    }

    /** The name of the rule that enters members. */
    public static String entryRule(String campaign) {
        return "campaign " + campaign;
    }

    /** The name of the rule a step becomes. */
    public static String stepRule(String campaign, String step) {
        return "campaign " + campaign + " step " + step;
    }

    private void entry() {
        Trigger trigger = campaign.trigger();
        if (trigger instanceof Trigger.OnEvent event) {
            rule(entryRule(campaign.id()), catalogue.require(event.type()).drlName());
            text.conditions(event.when());
        } else if (trigger instanceof Trigger.OnDate date) {
            rule(entryRule(campaign.id()), STEP_DUE);
            about("");
            text.conditions(date.when());
        } else {
            return; // why: planned steps are due for their audience, nobody is entered before
        }
        then("propose.enrol(" + quoted(campaign.id()) + ")");
    }

    private void step(Step.Act act) {
        rule(stepRule(campaign.id(), act.id()), STEP_DUE);
        about(act.id());
        Audience audience = act.audience();
        if (audience.communityType() != null) {
            text.condition("community.type == " + quoted(audience.communityType()));
        }
        if (campaign.trigger().isPlanned() && audience.equals(Audience.MEMBERS)) {
            text.conditions(campaign.trigger().when());
        }
        text.conditions(act.when());
        then(proposal(act) + ".step(" + quoted(act.id()) + ")");
    }

    private void goal(Goal goal) {
        rule(entryRule(campaign.id()) + " goal", catalogue.require(goal.event()).drlName());
        text.conditions(goal.when());
        then("propose.goal(" + quoted(campaign.id()) + ")");
    }

    private String proposal(Step.Act act) {
        if (act.action() instanceof Step.Action.IssueCoupon coupon) {
            return "propose.coupon(" + quoted(coupon.kind()) + ")";
        }
        String verb = act.audience().equals(Audience.MEMBERS) ? "send" : "push";
        return "propose." + verb + "(" + quoted(campaign.id() + "/" + act.id()) + ")";
    }

    private void rule(String name, String event) {
        text.append("rule " + quoted(name) + " @campaign(" + quoted(campaign.id()) + ") @priority("
                + campaign.priority() + ")\nwhen\n    " + event + "(");
    }

    private void about(String step) {
        text.condition("campaign == " + quoted(campaign.id()));
        text.condition("step == " + quoted(step));
    }

    private void then(String proposal) {
        text.closePattern();
        text.append("then\n    " + proposal + ";\nend\n\n");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
