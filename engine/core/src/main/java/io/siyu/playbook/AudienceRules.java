package io.siyu.playbook;

import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Whom;

/** The rules audiences become: each is asked whether a member is in it, and proposes nothing that is done. */
final class AudienceRules {

    private AudienceRules() {}

    /** The DRL of a saved audience, which tells its faults. */
    static CampaignDrl of(SavedAudience audience) {
        DrlText text = new DrlText();
        write(text, "audience " + audience.id(), audience.asked(), audience.whom());
        return text.drl(audience.file());
    }

    /** Writes the rule that asks for those whom {@code whom} means, under the name the question has. */
    static void write(DrlText text, String rule, String asked, Whom whom) {
        text.append("rule \"" + rule + "\"\nwhen\n    AudienceAsked(");
        text.condition("audience == \"" + asked + "\"");
        text.choose(whom);
        text.closePattern();
        text.append("then\n    propose.tag(\"" + asked + "\");\nend\n\n");
    }
}
