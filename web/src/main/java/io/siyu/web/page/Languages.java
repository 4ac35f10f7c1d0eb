package io.siyu.web.page;

import java.util.Locale;

/** The two languages of the screens. */
final class Languages {

    private Languages() {}

    /** Chinese for every kind of Chinese, English for all else. */
    static Locale of(Locale wanted) {
        return Locale.CHINESE.getLanguage().equals(wanted.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /** The path when it leads into this house, else the start page. */
    static String ownPath(String path) {
        return path.matches("/(?![/\\\\])[A-Za-z0-9/_.~-]*") ? path : "/";
    }
}
