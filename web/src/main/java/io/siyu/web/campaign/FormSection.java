package io.siyu.web.campaign;

import java.util.List;
import java.util.Locale;

/** Fields of a campaign's form that belong together. */
record FormSection(Called called, List<FormField> fields) {

    /** What it is about. */
    enum Called {
        WHAT,
        WHEN,
        AUDIENCE,
        INSIDE,
        GOAL,
        SHARES
    }

    FormSection {
        fields = List.copyOf(fields);
    }

    /** The key of its heading. */
    public String messageKey() {
        return "campaign.section." + word();
    }

    /** Its name in the page. */
    public String word() {
        return called.name().toLowerCase(Locale.ROOT);
    }
}
