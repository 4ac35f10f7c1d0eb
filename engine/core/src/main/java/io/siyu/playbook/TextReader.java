package io.siyu.playbook;

import io.siyu.campaign.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads names and message texts: one text, or one per language. */
final class TextReader {

    /** Most characters of one text. */
    static final int MAX_LENGTH = 5_000;

    private TextReader() {}

    /** A text that must be there; a stand-in, with a fault, when it is not. */
    static Text required(Fields fields, String key, Draft draft) {
        Optional<Text> text = optional(fields, key, draft);
        if (text.isEmpty() && !fields.has(key)) {
            fields.fault(
                    key,
                    "text.missing",
                    "\"" + key + "\" has no text in any language.\nMaybe add \"" + key + ": {"
                            + draft.house().settings().language() + ": …}\".");
        }
        return text.orElseGet(() -> Text.of(""));
    }

    static Optional<Text> optional(Fields fields, String key, Draft draft) {
        Optional<YamlNode> node = fields.node(key);
        if (node.isPresent() && node.get() instanceof YamlNode.Text one) {
            return words(one, draft).map(Text::of);
        }
        return fields.map(key).flatMap(languages -> languages(languages, draft));
    }

    /** Whether there is a text of a length that is read at all. */
    static boolean isWritten(String text) {
        return !text.isBlank() && text.length() <= MAX_LENGTH;
    }

    /** A text as written, by language; {@code ""} for the same in every language. */
    static Map<String, YamlNode.Text> scalars(Fields fields, String key) {
        Map<String, YamlNode.Text> written = new LinkedHashMap<>();
        fields.node(key).ifPresent(node -> {
            if (node instanceof YamlNode.Text one) {
                written.put("", one);
            } else if (node instanceof YamlNode.Mapping languages) {
                languages.values().forEach((language, value) -> {
                    if (value instanceof YamlNode.Text text) {
                        written.put(language, text);
                    }
                });
            }
        });
        return written;
    }

    private static Optional<Text> languages(Fields languages, Draft draft) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        languages.mapping().keys().forEach((name, key) -> {
            Optional<String> language = Words.checked(key, WrittenValues::language, draft.faults());
            Optional<String> words = languages
                    .mapping()
                    .child(name)
                    .flatMap(value -> Words.scalar(value, draft.faults()))
                    .flatMap(text -> words(text, draft));
            if (language.isPresent() && words.isPresent()) {
                byLanguage.put(language.get(), words.get());
            }
        });
        if (languages.mapping().keys().isEmpty()) {
            draft.faults()
                    .add(
                            languages.mapping(),
                            "text.missing",
                            "This text is written in no language.\nMaybe add \""
                                    + draft.house().settings().language() + ": …\".");
        }
        return byLanguage.isEmpty() ? Optional.empty() : Optional.of(new Text(byLanguage));
    }

    private static Optional<String> words(YamlNode.Text text, Draft draft) {
        if (text.text().isBlank()) {
            draft.faults().add(text, "text.missing", "This text says nothing.\nMaybe delete its line.");
            return Optional.empty();
        }
        if (text.text().length() > MAX_LENGTH) {
            draft.faults()
                    .add(
                            text,
                            "text.too-long",
                            "This text has more than " + MAX_LENGTH + " characters.\nMaybe shorten it.");
        }
        return Optional.of(text.text().strip());
    }
}
