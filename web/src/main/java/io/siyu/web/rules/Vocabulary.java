package io.siyu.web.rules;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Text;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import java.util.Locale;
import org.springframework.context.MessageSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything an author may write in a rule, for the editor to offer: facts, what can be proposed, and names of the playbook. */
final class Vocabulary {

    private final Edition edition;

    Vocabulary(Edition edition) {
        this.edition = edition;
    }

    /** All of it; what has no label of its own in every language is told in this one. */
    ObjectNode in(Locale locale, MessageSource messages) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("facts", new FactsJson(FactSchemas.of(edition.catalogue())).all());
        ArrayNode verbs = all.putArray("verbs");
        for (Action action : Action.values()) {
            verbs.addObject()
                    .put("name", action.word())
                    .put("label", messages.getMessage("vocabulary." + action.word(), null, locale));
        }
        ArrayNode campaigns = all.putArray("campaigns");
        for (Campaign campaign : edition.campaigns().values()) {
            campaigns
                    .addObject()
                    .put("name", campaign.id())
                    .put("label", campaign.name().in(locale.getLanguage()));
        }
        ArrayNode templates = all.putArray("templates");
        edition.templates().forEach((id, template) -> {
            // why: only campaigns speak of their earlier versions
            if (id.indexOf('@') < 0) {
                templates.addObject().put("name", id).put("label", firstLine(template.text(), locale));
            }
        });
        registers(all);
        return all;
    }

    private void registers(ObjectNode all) {
        ArrayNode stores = all.putArray("stores");
        edition.registers().stores().values().stream()
                .filter(store -> store.position() != null)
                .forEach(store -> stores.addObject().put("name", store.id()).put("label", store.name()));
        ArrayNode units = all.putArray("units");
        edition.registers()
                .units()
                .values()
                .forEach(unit -> units.addObject().put("name", unit.id()).put("label", unit.name()));
        ArrayNode lists = all.putArray("lists");
        edition.registers()
                .lists()
                .forEach((name, list) -> lists.addObject().put("name", name).put("label", String.valueOf(list.size())));
    }

    private static String firstLine(Text text, Locale locale) {
        return text.in(locale.getLanguage()).lines().findFirst().orElse("");
    }
}
