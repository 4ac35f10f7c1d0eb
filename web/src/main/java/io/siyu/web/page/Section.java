package io.siyu.web.page;

import java.util.Locale;

/** A part of the navigation. */
public enum Section {
    LIVE,
    CAMPAIGN,
    RULES,
    OUTBOX,
    WHY,
    REPLAY;

    public String path() {
        return "/" + word();
    }

    /** The key of the section's name in the message bundles. */
    public String messageKey() {
        return "section." + word();
    }

    /** Whether a request path lies in this section. */
    public boolean holds(String path) {
        return path.equals(path()) || path.startsWith(path() + "/");
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
