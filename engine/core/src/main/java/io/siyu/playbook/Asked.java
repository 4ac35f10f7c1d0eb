package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Compliance;
import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.event.Catalogue;
import io.siyu.event.Field;
import java.util.ArrayList;
import java.util.List;

/** Whether what settings ask of channels can be met by the other files of the playbook. */
final class Asked {

    private Asked() {}

    /** Attributes that are to tell addresses, but that no member has. */
    static List<Diagnostic> addresses(Settings settings, Catalogue catalogue) {
        List<String> known =
                catalogue.memberAttributes().stream().map(Field::name).toList();
        List<Diagnostic> faults = new ArrayList<>();
        settings.conduct().compliance().forEach((channel, asked) -> {
            if (!asked.address().isEmpty() && !known.contains(asked.address())) {
                faults.add(new Diagnostic(
                        Layout.SETTINGS,
                        0,
                        0,
                        "settings.address",
                        "The address of the channel \"" + channel + "\" is to be told by \"" + asked.address()
                                + "\", which no member has.\n" + Nearest.maybe(asked.address(), known)));
            }
        });
        return faults;
    }

    /** Marketing texts that do not say how to get no more on a channel where they must. */
    static List<Diagnostic> optOuts(Settings settings, Definitions definitions) {
        List<Diagnostic> faults = new ArrayList<>();
        for (Template template : definitions.templates().values()) {
            Compliance asked = settings.conduct().of(template.channel());
            if (asked.lacksOptOut(template)) {
                faults.add(new Diagnostic(
                        file(template, definitions),
                        0,
                        0,
                        "channel.optout",
                        "The marketing text \"" + template.id() + "\" on the channel \"" + template.channel()
                                + "\" lacks what settings.yaml asks for.\nMaybe end it with \"" + asked.optOut()
                                + "\"."));
            }
        }
        return faults;
    }

    private static String file(Template template, Definitions definitions) {
        int slash = template.id().indexOf('/');
        Campaign campaign =
                slash < 0 ? null : definitions.campaigns().get(template.id().substring(0, slash));
        return campaign == null ? Layout.TEMPLATES + template.id() + ".yaml" : campaign.file();
    }
}
