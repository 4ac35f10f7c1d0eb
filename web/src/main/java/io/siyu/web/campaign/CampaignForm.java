package io.siyu.web.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a marketer can change of a campaign, step by step in the order of the file. */
record CampaignForm(CampaignText text) {
    private static final List<String> VERBS =
            List.of("send", "push", "task", "coupon", "tag", "webhook", "wait", "branch", "split", "end");
    private static final List<String> ACTS = List.of("send", "push", "task", "coupon");

    /** What fields or the head of a step say; a step with other names is shown as it is written. */
    private static final Set<String> SHOWN = Set.of(
            "send",
            "push",
            "task",
            "coupon",
            "wait",
            "at",
            "value",
            "expires",
            "when",
            "text",
            "day",
            "window",
            "audience",
            "kind",
            "channel");

    private static final Pattern FIELD = Pattern.compile("/(name(/[a-z]{2})?|trigger/cadence/start"
            + "|trigger/schedule/(once|cron|every|from|until|window)|trigger/when|caps|holdout|window/(from|until)"
            + "|steps/\\d{1,3}(/(then|otherwise|(branch|parts)/\\d{1,3}/steps)/\\d{1,3}){0,9}"
            + "/(at|when|text(/[a-z]{2})?|value|expires|wait))");

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
     * One step of the campaign, those inside others right behind them.
     *
     * @param pointer its place in the file
     * @param depth how many steps it lies in
     * @param verb {@code send}, {@code coupon}, {@code wait} …; {@code other} for what this form does not know
     * @param day of a cadence; empty in others
     * @param source its YAML, for what no field shows; empty when the fields say it all
     */
    record Part(
            String pointer,
            int depth,
            String verb,
            String id,
            String day,
            boolean community,
            List<Field> fields,
            String source) {
        Part {
            fields = List.copyOf(fields);
        }

        /** Its name as an anchor of the page. */
        public String anchor() {
            return "part" + pointer.replace('/', '-');
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
        for (String name : List.of("from", "until")) {
            if (text.names("/window").contains(name)) {
                fields.add(field("/window/" + name, name, ""));
            }
        }
        fields.add(field("/trigger/when", "when", ""));
        fields.add(field("/caps", "caps", ""));
        fields.add(field("/holdout", "holdout", ""));
        return fields;
    }

    /** Where conditions at a pointer stand, as {@link io.siyu.web.condition} calls it. */
    public String place(String pointer) {
        return ConditionPlaces.of(text, pointer);
    }

    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        steps("/steps", 0, parts);
        return parts;
    }

    private void steps(String list, int depth, List<Part> parts) {
        for (int number = 0; number < text.size(list); number++) {
            String at = list + "/" + number;
            parts.add(part(at, depth));
            for (String inside : insides(at)) {
                steps(inside, depth + 1, parts);
            }
        }
    }

    /** The lists of steps that lie in a step. */
    private List<String> insides(String at) {
        List<String> lists = new ArrayList<>();
        List.of("then", "otherwise").forEach(name -> lists.add(at + "/" + name));
        for (String name : List.of("branch", "parts")) {
            IntStream.range(0, text.size(at + "/" + name))
                    .forEach(way -> lists.add(at + "/" + name + "/" + way + "/steps"));
        }
        return lists;
    }

    /** The campaign with the form's answers; answers to what is no field change nothing. */
    static CampaignText answered(CampaignText text, Map<String, String> answers) {
        CampaignText changed = text;
        List<String> pointers = new ArrayList<>(new TreeMap<>(answers).keySet());
        Collections.reverse(pointers);
        for (String pointer : pointers) {
            if (isField(changed, pointer)) {
                changed = changed.with(pointer, answers.getOrDefault(pointer, ""));
            }
        }
        return changed;
    }

    /** The fields whose answers the file could not hold, by their place in it. */
    static List<String> unwritten(CampaignText changed, Map<String, String> answers) {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .filter(answer -> isField(changed, answer.getKey()) && changed.canChange(answer.getKey()))
                        .filter(answer -> !changed.says(answer.getKey(), answer.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** why: where words are told by language, one answer without would replace them all. */
    private static boolean isField(CampaignText text, String pointer) {
        return FIELD.matcher(pointer).matches() && text.names(pointer).isEmpty();
    }

    private Part part(String at, int depth) {
        List<String> names = text.names(at);
        String verb = VERBS.stream().filter(names::contains).findFirst().orElse("other");
        List<Field> fields = new ArrayList<>();
        for (String name : List.of("at", "value", "expires")) {
            if (names.contains(name)) {
                fields.add(field(at + "/" + name, name, ""));
            }
        }
        if (verb.equals("wait") && !text.value(at + "/wait").isEmpty()) {
            fields.add(field(at + "/wait", "wait", ""));
        }
        if (ACTS.contains(verb)) {
            fields.add(field(at + "/when", "when", ""));
        }
        languages(at + "/text")
                .forEach(language -> fields.add(field(at + "/text" + suffix(language), "text", language)));
        boolean community = !text.value(at + "/audience").equals("members")
                && text.names(at + "/audience").contains("communities");
        String source = SHOWN.containsAll(names) && (!verb.equals("wait") || !fields.isEmpty()) ? "" : text.source(at);
        return new Part(
                at, depth, verb, text.value(at + "/" + verb), text.value(at + "/day"), community, fields, source);
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
