package io.siyu.decision;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Conduct;
import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Whom;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a message to a member now: whether it is meant for the member, by the same rules that would propose
 * it, and what the same guards would say. Nothing of it is done. One instance serves one thread.
 */
public final class Foresight implements AutoCloseable {
    private static final String ID = "foresight";

    private final Edition edition;
    private final RuleSession rules;
    private final Question question;
    private final Journeys journeys;

    /**
     * What is asked.
     *
     * @param audience what the rule that asks for an audience is about; empty for every member
     * @param campaign whose message it is; null for no campaign's
     * @param step the campaign's step; empty where there is none
     * @param message what would be sent; null for what sends nothing
     * @param called whether it is for whom a store's event calls, which no two stores need have in common
     * @param store the store that calls; empty where none does
     */
    public record Question(
            String audience,
            @Nullable Campaign campaign,
            String step,
            @Nullable Template message,
            boolean called,
            String store) {

        /** A message to those in a saved audience. */
        public static Question of(SavedAudience audience, Template message) {
            return new Question(audience.asked(), null, "", message, Whom.isOfCaller(audience.whom()), "");
        }

        /** The first message of a campaign to those it is for. */
        public static Question of(Campaign campaign, Edition edition) {
            Optional<Step.Act> first = campaign.steps().stream()
                    .filter(Step.Act.class::isInstance)
                    .map(Step.Act.class::cast)
                    .filter(act -> act.audience().equals(Audience.MEMBERS))
                    .filter(act -> edition.templates().containsKey(campaign.id() + "/" + act.id()))
                    .findFirst();
            String step = first.map(Step.Act::id).orElse("");
            Whom audience = campaign.audience();
            return new Question(
                    audience == null ? "" : SavedAudience.ofCampaign(campaign.id()),
                    campaign,
                    step,
                    edition.templates().get(campaign.id() + "/" + step),
                    audience != null && Whom.isOfCaller(audience),
                    "");
        }

        /** The same, if this store's event called. */
        public Question at(String store) {
            return new Question(audience, campaign, step, message, called, store);
        }

        /** Whether the rule of the step itself says for whom it is, at the hour at which it is planned. */
        private boolean isPlanned() {
            return campaign != null && campaign.trigger().isPlanned() && !step.isEmpty();
        }
    }

    /** Whom a store calls cannot be told without the store: {@link IllegalArgumentException}. */
    public Foresight(Edition edition, Question question) {
        if (question.called() && question.store().isBlank()) {
            String some =
                    edition.registers().stores().keySet().stream().findFirst().orElse("S1");
            throw new IllegalArgumentException("It is for whom a store's event calls, and no store is named.\n"
                    + "Maybe add the store, such as " + some + ".");
        }
        // why: neither what a channel may still send today nor who else may come says anything of a member
        Conduct conduct = edition.settings().conduct();
        Edition unlimited = edition.with(edition.settings()
                .withDaily(Map.of())
                .with(new Conduct(conduct.compliance(), conduct.communityCaps(), null, conduct.saying())));
        Template message = question.message();
        this.edition = message == null ? unlimited : unlimited.with(message);
        this.question = question;
        this.journeys = new Journeys(this.edition);
        this.rules = edition.rules().open();
    }

    /** The guards' ruling; empty if the message is not meant for the member. */
    public Optional<Ruling> of(State state, PartitionState partition, Instant at) {
        Turn turn = new Turn(new Turn.Asked(edition, journeys, rules, null, 0), state, partition, at);
        return isMeant(turn) ? Optional.of(new Judge(turn).judge(intent(at))) : Optional.empty();
    }

    private boolean isMeant(Turn turn) {
        if (question.isPlanned()) {
            Event due = turn.stepDue(campaignId(), question.step(), ID, turn.at);
            return fires(turn, due);
        }
        if (question.audience().isEmpty()) {
            return true;
        }
        Event asked = HouseEvent.of(edition.catalogue().require("audience.asked"), ID)
                .with("audience", question.audience())
                .with("store", question.store().isBlank() ? null : question.store())
                .about(turn.state.subject(), turn.at);
        return fires(turn, asked);
    }

    private static boolean fires(Turn turn, Event event) {
        List<Proposal> proposals = turn.fire(event, null, Map.of()).proposals();
        return !proposals.isEmpty();
    }

    private String campaignId() {
        Campaign campaign = question.campaign();
        return campaign == null ? "" : campaign.id();
    }

    private Intent intent(Instant at) {
        Template message = question.message();
        Campaign campaign = question.campaign();
        return new Intent(
                ID,
                ID,
                ID,
                ID,
                at,
                ID,
                campaign == null ? null : campaign.id(),
                question.step(),
                message == null ? Action.TAG.word() : Action.SEND.word(),
                message == null ? ID : message.id(),
                0,
                Map.of());
    }

    @Override
    public void close() {
        rules.close();
    }
}
