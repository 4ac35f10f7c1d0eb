package io.siyu.web.campaign;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Trigger;
import io.siyu.event.SubjectKind;
import io.siyu.web.publish.Manuscript;

/** An offer's words as those of a store or unit: for its own members, communities and staff, and by its own events. */
final class Narrowed {
    private static final String CALLED = "/trigger/when";

    /** why: who calls is narrowed already, and this means its members whatever store of the unit calls */
    private static final String THEIRS = "member.ofStore == true";

    private final Campaign campaign;
    private final boolean byStore;
    private CampaignText text;

    /** @param offer the words, judged without a fault */
    Narrowed(Manuscript offer) {
        this.text = CampaignText.of(offer.text());
        this.campaign = offer.campaign().orElseThrow();
        this.byStore = campaign.trigger() instanceof Trigger.OnCall call
                && offer.reading().edition().catalogue().require(call.type()).about() == SubjectKind.STORE;
    }

    /**
     * The words that mean a place's own only.
     *
     * @throws IllegalArgumentException when they are not written so that a condition can be added
     */
    CampaignText to(Organisation.Own own) {
        if (byStore) {
            ask(CALLED, own.store());
        }
        ask(CALLED, byStore ? THEIRS : own.member());
        text.items("/steps").stream()
                .filter(step -> ConditionPlaces.isForCommunities(text, step))
                .forEach(step -> ask(step + "/when", own.community()));
        return text;
    }

    private void ask(String when, String condition) {
        String asked = text.value(when);
        text = text.with(when, asked.isEmpty() ? condition : asked + "\n" + condition);
        if (!text.value(when).contains(condition)) {
            throw new IllegalArgumentException("The offer (" + campaign.id()
                    + ") cannot be narrowed to a store at " + when
                    + ".\nMaybe it stands on one line there; write one name a line.");
        }
    }
}
