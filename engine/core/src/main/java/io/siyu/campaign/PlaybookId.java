package io.siyu.campaign;

import java.util.regex.Pattern;

/** What ids and names of files in a playbook look like: small letters, digits and inner hyphens, at most 64. */
public final class PlaybookId {

    /** The form, as a part of longer ones; it has no group. */
    public static final String FORM = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";

    private static final Pattern WHOLE = Pattern.compile(FORM);

    private PlaybookId() {}

    /** Whether a text is one. */
    public static boolean isOne(String text) {
        return WHOLE.matcher(text).matches();
    }
}
