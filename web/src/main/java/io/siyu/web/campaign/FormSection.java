package io.siyu.web.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    private static final Set<Called> FOLDED = Set.of(Called.INSIDE, Called.GOAL, Called.SHARES);

    FormSection {
        fields = List.copyOf(fields);
    }

    /** Whether it can be folded away, as many campaigns need nothing of it. */
    public boolean isFolded() {
        return FOLDED.contains(called);
    }

    /** Whether nothing was answered in it. */
    public boolean isBlank() {
        return fields.stream().allMatch(field -> field.value().isBlank());
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
