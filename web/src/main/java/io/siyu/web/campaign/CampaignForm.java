package io.siyu.web.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a marketer can change of a campaign, step by step in the order of the file. */
record CampaignForm(CampaignText text) {

    /**
     * One field.
     *
     * @param pointer its name in the form and its place in the file
     * @param label last part of the message key {@code campaign.field.…}
     * @param language of the words; empty for others
     */
    record Field(String pointer, String label, String language, String value, boolean changeable) {

        /** A form's width for it: words and lists need lines. */
        public int rows() {
            return Math.max(2, (int) value.lines().count() + (label.equals("text") ? 0 : 1));
        }
    }

    /**
     * One step of the campaign.
     *
     * @param verb {@code send}, {@code coupon} or {@code wait}
     * @param day of a cadence; empty in others
     */
    record Part(int number, String verb, String id, String day, boolean community, List<Field> fields) {
        Part {
            fields = List.copyOf(fields);
        }
    }

    public List<Field> names() {
        return languages("/name").stream()
                .map(language -> field("/name" + suffix(language), "name", language))
                .toList();
    }

    /** When it begins and whom it is for. */
    public List<Field> audience() {
        List<Field> fields = new ArrayList<>();
        if (text.names("/trigger").contains("cadence")) {
            fields.add(field("/trigger/cadence/start", "start", ""));
        }
        for (String name : List.of("once", "cron", "every", "from", "until", "window")) {
            if (text.names("/trigger/schedule").contains(name)) {
                fields.add(field("/trigger/schedule/" + name, name, ""));
            }
        }
        fields.add(field("/trigger/when", "when", ""));
        fields.add(field("/caps", "caps", ""));
        fields.add(field("/holdout", "holdout", ""));
        return fields;
    }

    public List<Part> parts() {
        return IntStream.range(0, text.size("/steps")).mapToObj(this::part).toList();
    }

    /** The campaign with the form's answers; answers to what is no field change nothing. */
    static CampaignText answered(CampaignText text, Map<String, String> answers) {
        CampaignText changed = text;
        List<String> pointers = new ArrayList<>(new TreeMap<>(answers).keySet());
        Collections.reverse(pointers);
        for (String pointer : pointers) {
            boolean field = pointer.matches("/(name(/[a-z]{2})?|trigger/cadence/start"
                    + "|trigger/schedule/(once|cron|every|from|until|window)|trigger/when|caps|holdout"
                    + "|steps/\\d{1,3}/(at|when|text/[a-z]{2}|value|expires))");
            changed = field ? changed.with(pointer, answers.getOrDefault(pointer, "")) : changed;
        }
        return changed;
    }

    private Part part(int number) {
        String at = "/steps/" + number;
        List<String> names = text.names(at);
        String verb = List.of("send", "coupon", "wait").stream()
                .filter(names::contains)
                .findFirst()
                .orElse("send");
        List<Field> fields = new ArrayList<>();
        for (String name : List.of("at", "value", "expires")) {
            if (names.contains(name)) {
                fields.add(field(at + "/" + name, name, ""));
            }
        }
        if (!verb.equals("wait")) {
            fields.add(field(at + "/when", "when", ""));
        }
        languages(at + "/text")
                .forEach(language -> fields.add(field(at + "/text" + suffix(language), "text", language)));
        boolean community = !text.value(at + "/audience").equals("members")
                && text.names(at + "/audience").contains("communities");
        return new Part(number, verb, text.value(at + "/" + verb), text.value(at + "/day"), community, fields);
    }

    private List<String> languages(String pointer) {
        List<String> languages = text.names(pointer);
        return languages.isEmpty() && !text.value(pointer).isEmpty() ? List.of("") : languages;
    }

    private static String suffix(String language) {
        return language.isEmpty() ? "" : "/" + language;
    }

    private Field field(String pointer, String label, String language) {
        return new Field(pointer, label, language, text.value(pointer), text.canChange(pointer));
    }
}
