package io.siyu.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout around a screen needs.
 *
 * @param path where the visitor is, to come back after switching the language
 * @param visitor name of who has signed in, absent for others
 * @param otherLanguage tag of the language the switch leads to
 */
record Frame(String path, List<Tab> tabs, @Nullable String visitor, String language, String otherLanguage) {

    Frame {
        tabs = List.copyOf(tabs);
    }

    /** One entry of the navigation. */
    record Tab(String path, String messageKey, boolean current) {}
}
