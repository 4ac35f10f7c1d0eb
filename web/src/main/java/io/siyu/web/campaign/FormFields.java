package io.siyu.web.campaign;

import io.siyu.web.campaign.FormField.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the fields of a campaign's form.
 *
 * @param typed what was typed and the file cannot hold, by pointer
 */
record FormFields(CampaignText text, Vocabulary words, Map<String, String> typed) {

    /** Whether an event of a store or the retailer begins it. */
    boolean isCalled() {
        return words.calling().contains(text.value("/trigger/event"));
    }

    FormField of(String pointer, String label, Input input) {
        return make(pointer, new Label(label, ""), input, List.of());
    }

    /** One of these; what is written stays on offer, and nothing may be chosen too. */
    FormField choice(String pointer, String label, List<String> options) {
        return make(pointer, new Label(label, ""), Input.CHOICE, withOwn(options, text.value(pointer)));
    }

    /** One of these, where the file says it in another way; what it says stays on offer. */
    FormField chosen(String pointer, String label, String value, List<String> options) {
        String shown = typed.getOrDefault(pointer, value);
        String holder = pointer.substring(0, pointer.lastIndexOf('/'));
        return new FormField(pointer, label, "", shown, text.canPut(holder), Input.CHOICE, withOwn(options, value));
    }

    /** Any word, with what is known on offer. */
    FormField pick(String pointer, String label, List<String> known) {
        return make(pointer, new Label(label, ""), Input.PICK, known);
    }

    FormField event(String pointer) {
        return make(pointer, new Label("event", ""), Input.PICK, words.events());
    }

    FormField channel(String pointer) {
        return choice(pointer, "channel", words.channels());
    }

    FormField when(String pointer) {
        return of(pointer, "when", Input.CODE);
    }

    /** What leads into a path of a step, by its number from 1. */
    FormField way(String pointer, Input input, int number) {
        return make(
                pointer, new Label(input == Input.CODE ? "when" : "share", String.valueOf(number)), input, List.of());
    }

    /** A value whose name is the retailer's own. */
    FormField named(String pointer, String label) {
        return make(pointer, new Label(label, pointer.substring(pointer.lastIndexOf('/') + 1)), Input.LINE, List.of());
    }

    /** Of a row of its own: what is answered there is no value at this very place. */
    FormField row(String pointer, String label, Input input, String value) {
        List<String> options = label.equals("event") ? words.events() : List.of();
        return new FormField(pointer, label, "", typed.getOrDefault(pointer, value), canPut(pointer), input, options);
    }

    /** Words in each language they are told in, and in those of the screens; without any language as they are. */
    List<FormField> words(String pointer, String label, Input input) {
        List<String> languages = new ArrayList<>(text.names(pointer));
        if (languages.isEmpty()) {
            return List.of(of(pointer, label, input));
        }
        for (String language : List.of("zh", "en")) {
            if (!languages.contains(language)) {
                languages.add(language);
            }
        }
        return languages.stream()
                .map(language -> make(pointer + "/" + language, new Label(label, language), input, List.of()))
                .toList();
    }

    /** What a field is called, and what tells it from others called the same. */
    private record Label(String word, String mark) {}

    private FormField make(String pointer, Label label, Input input, List<String> options) {
        return new FormField(pointer, label.word(), label.mark(), value(pointer), canPut(pointer), input, options);
    }

    private String value(String pointer) {
        return typed.getOrDefault(pointer, text.value(pointer));
    }

    private boolean canPut(String pointer) {
        return text.canPut(pointer.substring(0, pointer.indexOf("/+") < 0 ? pointer.length() : pointer.indexOf("/+")));
    }

    private static List<String> withOwn(List<String> options, String own) {
        List<String> all = new ArrayList<>(options);
        if (!own.isEmpty() && !all.contains(own)) {
            all.add(own);
        }
        return all;
    }
}
