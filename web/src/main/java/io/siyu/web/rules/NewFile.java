package io.siyu.web.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A kind of file that can be begun in the browser. */
enum NewFile {
    RULES("rules/%s.drl"),
    /** A decision table. */
    TABLE("rules/%s.csv"),
    /** Rules in the words of a dictionary. */
    SENTENCES("rules/%s.dslr"),
    DICTIONARY("rules/%s.dsl"),
    /** Scenarios of the rules of that name. */
    BESIDE("rules/%s.scenario.yaml"),
    CAMPAIGN("campaigns/%s.yaml"),
    TEMPLATE("templates/%s.yaml"),
    SCENARIOS("scenarios/%s.yaml");

    private final String place;

    NewFile(String place) {
        this.place = place;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the file of this name lies. */
    String path(String name) {
        return place.formatted(name);
    }

    /** What stands in it at first. */
    String words(String name, String currency) {
        try (InputStream words = NewFile.class.getResourceAsStream("new-" + word() + ".txt")) {
            if (words == null) {
                throw new IllegalStateException("The words of a new file (" + word() + ") are not in the jar.");
            }
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{name}", name)
                    .replace("{currency}", currency);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
