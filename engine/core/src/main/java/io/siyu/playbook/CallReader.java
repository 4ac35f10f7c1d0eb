package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Whom;
import io.siyu.event.EventType;
import io.siyu.event.SubjectKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a trigger whose event is of a store or the retailer, and whom it calls. */
final class CallReader {
    private static final String EVENT = "event";
    private static final String AUDIENCE = "audience";
    private static final String EVERYBODY = "everybody";

    /** why: the store hears of the event, the member is asked behind it */
    private static final Absence.Apart APART = new Absence.Apart("trigger.call-when", "one after the other");

    private CallReader() {}

    /** Whether the event is known and of one whose events concern others. */
    static boolean isCalled(Fields trigger, Draft draft) {
        return trigger.node(EVENT)
                .filter(YamlNode.Text.class::isInstance)
                .flatMap(name -> draft.house().catalogue().type(((YamlNode.Text) name).text()))
                .filter(type -> !type.house())
                .filter(type -> type.about() == SubjectKind.STORE || type.about() == SubjectKind.RETAILER)
                .isPresent();
    }

    static Optional<Trigger> read(Fields trigger, List<Condition> when, Draft draft) {
        Duration within = trigger.value("within", WrittenValues::positive).orElse(Trigger.OnCall.USUAL);
        return trigger.value(EVENT, name -> name).map(type -> {
            Absence.check(when, draft.house().catalogue().require(type), APART, draft);
            return new Trigger.OnCall(type, within, when);
        });
    }

    /**
     * Whom the campaign means; of one that is called, {@code store} may stand for the members of the event's store, and
     * {@code everybody} has to be said.
     */
    static @Nullable Whom audience(Fields campaign, Optional<Trigger> trigger, Draft draft) {
        EventType calls = trigger.filter(Trigger.OnCall.class::isInstance)
                .map(call -> draft.house().catalogue().require(((Trigger.OnCall) call).type()))
                .orElse(null);
        if (calls != null && !campaign.has(AUDIENCE)) {
            boolean store = calls.about() == SubjectKind.STORE;
            campaign.fault(
                    "trigger",
                    "trigger.audience",
                    "An event of " + (store ? "a store" : "the retailer")
                            + " calls members, but nothing says which.\nMaybe add \"audience: "
                            + (store ? "store" : EVERYBODY) + "\" to the campaign.");
        }
        boolean everybody = calls != null
                && campaign.node(AUDIENCE)
                        .filter(said -> said instanceof YamlNode.Text word
                                && word.text().equals(EVERYBODY))
                        .isPresent();
        return everybody
                ? null
                : WhomReader.ofCampaign(campaign, draft, calls != null && tellsStore(calls))
                        .orElse(null);
    }

    private static boolean tellsStore(EventType type) {
        return type.about() == SubjectKind.STORE || type.indexOf("store") >= 0;
    }
}
