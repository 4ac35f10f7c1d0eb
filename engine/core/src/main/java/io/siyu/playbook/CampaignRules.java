package io.siyu.playbook;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Course;
import io.siyu.campaign.Goal;
import io.siyu.campaign.Journey;
import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Step;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Whom;
import io.siyu.event.Catalogue;
import io.siyu.event.SubjectKind;
import java.util.ArrayList;
import java.util.List;

/** The rules a campaign becomes: one that enters members, one for each step and each path with conditions, one that counts towards its goal. */
public final class CampaignRules {

    private static final String STEP_DUE = "StepDue";

    private final Campaign campaign;
    private final Catalogue catalogue;
    private final DrlText text = new DrlText();
    private final List<String> names = new ArrayList<>();

    private CampaignRules(Campaign campaign, Catalogue catalogue) {
        this.campaign = campaign;
        this.catalogue = catalogue;
    }

    /** The DRL of a campaign that was read without faults. */
    public static CampaignDrl of(Campaign campaign, Catalogue catalogue) {
        CampaignRules rules = new CampaignRules(campaign, catalogue);
        rules.entry();
        rules.inside();
        rules.exits();
        Goal goal = campaign.goal();
        if (goal != null) {
            rules.goal(goal);
        }
        Whom audience = campaign.audience();
        if (audience != null) {
            String asked = SavedAudience.ofCampaign(campaign.id());
            AudienceRules.write(rules.text, "audience of campaign " + campaign.id(), asked, audience);
        }
        return rules.text.drl(campaign.file());
    }

    /** The DRL of an earlier version, which nobody enters: what happens to those inside. */
    static CampaignDrl ofEarlier(Campaign campaign, Catalogue catalogue) {
        CampaignRules rules = new CampaignRules(campaign, catalogue);
        rules.inside();
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

    /** The names of all rules a campaign becomes but those that enter members and count its goal. */
    public static List<String> insideRules(Campaign campaign, Catalogue catalogue) {
        CampaignRules rules = new CampaignRules(campaign, catalogue);
        rules.inside();
        rules.exits();
        return List.copyOf(rules.names);
    }

    private void entry() {
        Trigger trigger = campaign.trigger();
        String name = entryRule(campaign.id());
        if (trigger instanceof Trigger.OnEvent event) {
            rule(name, catalogue.require(event.type()).drlName());
            text.conditions(event.when());
        } else if (trigger instanceof Trigger.OnCall call) {
            rule(name + " call", catalogue.require(call.type()).drlName());
            text.conditions(Absence.early(call.when()));
            then("propose.enrol(" + quoted(campaign.id()) + ")");
            communities(name, call);
            rule(name, STEP_DUE);
            about("");
            text.conditions(Absence.late(call.when()));
        } else if (trigger instanceof Trigger.OnAbsence absence) {
            rule(name + " after", catalogue.require(absence.after()).drlName());
            text.conditions(Absence.early(absence.when()));
            goesOn("after");
            rule(name, STEP_DUE);
            about("");
            text.conditions(Absence.late(absence.when()));
        } else if (trigger instanceof Trigger.OnDate date) {
            rule(name, STEP_DUE);
            about("");
            text.conditions(date.when());
        } else {
            return; // why: planned steps are due for their audience, nobody is entered before
        }
        audience();
        then("propose.enrol(" + quoted(campaign.id()) + ")");
    }

    /** Communities enter beside the members: those of the store that calls, or where no store is meant, all. */
    private void communities(String name, Trigger.OnCall call) {
        Whom audience = campaign.audience();
        if (campaign.isFor(Audience.COMMUNITIES.kind())) {
            rule(name + " communities", STEP_DUE);
            about(Campaign.COMMUNITIES);
            boolean store = catalogue.require(call.type()).about() == SubjectKind.STORE;
            if (audience != null && (store || Whom.isOfCaller(audience))) {
                text.condition("community.ofStore == true");
            }
            then("propose.enrol(" + quoted(campaign.id()) + ")");
        }
    }

    /** What happens to whoever is inside. */
    private void inside() {
        for (Course.Stop stop : Course.of(campaign.steps()).stops()) {
            if (stop.step() instanceof Step.Act act) {
                step(act);
            } else if (stop.step() instanceof Step.Branch branch) {
                branch(stop.id(), branch);
            } else if (stop.step() instanceof Step.Await await && !await.when().isEmpty()) {
                rule(
                        stepRule(campaign.id(), stop.id()),
                        catalogue.require(await.event()).drlName());
                entered();
                text.conditions(await.when());
                goesOn(stop.id());
            }
        }
    }

    private void branch(String place, Step.Branch branch) {
        for (int i = 0; i < branch.paths().size(); i++) {
            List<Condition> when = branch.paths().get(i).when();
            if (!when.isEmpty()) {
                String path = place + "." + (i + 1);
                rule(stepRule(campaign.id(), path), STEP_DUE);
                about(place);
                text.conditions(when);
                goesOn(path);
            }
        }
    }

    private void exits() {
        List<Journey.Exit> leaves = campaign.journey().leaves();
        for (int i = 0; i < leaves.size(); i++) {
            Journey.Exit exit = leaves.get(i);
            String name = Journey.exit(i);
            String event = exit.event();
            rule(
                    stepRule(campaign.id(), name),
                    event == null ? STEP_DUE : catalogue.require(event).drlName());
            if (event == null) {
                about(name);
            } else {
                entered();
            }
            text.conditions(exit.when());
            goesOn(name);
        }
    }

    private void entered() {
        text.condition("member.enrolled(" + quoted(Campaign.plain(campaign.id())) + ") == true");
    }

    private void goesOn(String place) {
        then("propose.enrol(" + quoted(campaign.id()) + ").step(" + quoted(place) + ")");
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
            audience();
        }
        text.conditions(act.when());
        then(proposal(act) + ".step(" + quoted(act.id()) + ")");
    }

    private void audience() {
        Whom audience = campaign.audience();
        if (audience != null) {
            text.choose(audience);
        }
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
        if (act.action() instanceof Step.Action.Tag tag) {
            return "propose.tag(" + quoted(tag.tag()) + ")";
        }
        if (act.action() instanceof Step.Action.Task) {
            return "propose.task(" + quoted(campaign.id() + "/" + act.id()) + ")";
        }
        String verb = act.audience().equals(Audience.MEMBERS) ? "send" : "push";
        return "propose." + verb + "(" + quoted(campaign.id() + "/" + act.id()) + ")";
    }

    private void rule(String name, String event) {
        names.add(name);
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
