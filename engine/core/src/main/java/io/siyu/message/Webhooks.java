package io.siyu.message;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.decision.Decision;
import io.siyu.member.State;
import io.siyu.rule.Edition;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What an edition tells other programs: JSON objects whose values are rendered like texts, whatever stands in them. */
final class Webhooks {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The templates of the values by the template of the whole; most editions have none. */
    private final Map<String, List<Template>> values;

    private Webhooks(Map<String, List<Template>> values) {
        this.values = values;
    }

    static Webhooks of(Edition edition) {
        Map<String, List<Template>> values = new HashMap<>();
        List<Campaign> campaigns = new ArrayList<>(edition.campaigns().values());
        campaigns.addAll(edition.earlier().values());
        for (Campaign campaign : campaigns) {
            for (Step.Act act : campaign.acts()) {
                if (act.action() instanceof Step.Action.Webhook webhook) {
                    String whole = campaign.id() + "/" + act.id();
                    List<Template> parts = new ArrayList<>();
                    for (String name : webhook.data().keySet()) {
                        Template part = edition.templates().get(whole + "/" + name);
                        if (part != null) {
                            parts.add(part);
                        }
                    }
                    values.put(whole, parts);
                }
            }
        }
        return new Webhooks(values);
    }

    /** Whether a decision is a webhook. */
    boolean tells(Decision decision) {
        return !values.isEmpty() && values.containsKey(decision.intent().target());
    }

    /** The JSON object of a decision. */
    String body(Decision decision, State state, Texts texts) {
        String whole = decision.intent().target();
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            for (Template value : values.getOrDefault(whole, List.of())) {
                json.writeStringProperty(
                        value.id().substring(whole.length() + 1),
                        texts.render(value, decision.intent().about(), state));
            }
            json.writeEndObject();
        }
        return out.toString();
    }
}
