package io.siyu.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/** A text in one or more languages, keyed by ISO 639-1 code ({@code en}, {@code zh}); the first is the fallback. */
public record Text(Map<String, String> byLanguage) {

    public Text {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("A text needs at least one language.\nMaybe add \"en\".");
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** A text that reads the same in every language. */
    public static Text of(String text) {
        return new Text(Map.of("", text));
    }

    /** The text in {@code language}, else in the first language given. */
    public String in(String language) {
        String text = byLanguage.get(language);
        return text != null ? text : byLanguage.values().iterator().next();
    }

    /** Whether these words are in it, in every language. */
    public boolean contains(String words) {
        return byLanguage.values().stream().allMatch(text -> text.contains(words));
    }

    /** The languages written, in file order; {@code ""} stands for "any". */
    public Iterable<Entry<String, String>> entries() {
        return byLanguage.entrySet();
    }
}
