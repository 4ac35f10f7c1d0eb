package io.siyu.playbook;

import io.siyu.campaign.Cap;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Text;
import io.siyu.rule.KnownNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code promises.yaml}: what the house never does, in three forms. */
final class PromiseReader {

    private static final int MOST = 1_000;
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final String FORMS =
            "Maybe \"atMost: 2\" and \"per: 1d\", or \"never:\" with \"after:\" or \"when:\".";

    private final Draft draft;
    private final KnownNames names;
    private final PromiseWords words;
    private final Map<String, Integer> lines = new TreeMap<>();

    /** @param names what the playbook has; templates are not looked up while some file of it has a fault */
    PromiseReader(Draft draft, KnownNames names) {
        this.draft = draft;
        this.names = names;
        this.words = new PromiseWords(draft.house().catalogue());
    }

    /** The promises in written order; those with a fault are left out and told. */
    List<Promise> read(YamlNode root) {
        List<Promise> promises = new ArrayList<>();
        Fields.of(root, draft.faults()).ifPresent(fields -> {
            try (fields) {
                Versions.check(fields);
                if (!fields.has("promises")) {
                    fields.requiredText("promises");
                }
                fields.maps("promises").forEach(one -> promise(one).ifPresent(promises::add));
            }
        });
        return promises;
    }

    private Optional<Promise> promise(Fields fields) {
        try (fields) {
            String name = fields.requiredValue("name", WrittenValues::id, "");
            boolean fresh = isNew(fields, name);
            Optional<Text> sentence = sentence(fields);
            boolean counted = fields.has("atMost");
            if (counted == fields.has("never")) {
                draft.faults()
                        .add(fields.mapping(), "promise.form", "A promise says one thing, atMost or never.\n" + FORMS);
                List.of("per", "purpose", "after", "within", "when").forEach(fields::node);
                return Optional.empty();
            }
            Optional<Promise> promise = counted ? atMost(fields, name, sentence) : never(fields, name, sentence);
            return promise.filter(told -> fresh && !name.isEmpty());
        }
    }

    private boolean isNew(Fields fields, String name) {
        Integer first = name.isEmpty()
                ? null
                : lines.putIfAbsent(name, fields.place("name").line());
        if (first != null) {
            fields.fault(
                    "name",
                    "promise.duplicate",
                    "The promise \"" + name + "\" is there already, in line " + first + ".\nMaybe \"" + name + "-2\".");
        }
        return first == null;
    }

    /** As the author wrote it, in both languages; empty if it is to be made. */
    private Optional<Text> sentence(Fields fields) {
        if (!fields.has("sentence")) {
            return Optional.empty();
        }
        Optional<Fields> languages = fields.map("sentence");
        languages.ifPresent(written -> LANGUAGES.stream()
                .filter(language -> !written.has(language))
                .forEach(language -> draft.faults()
                        .add(
                                written.mapping(),
                                "promise.sentence",
                                "The sentence is missing in \"" + language + "\".\nMaybe add \"" + language
                                        + ": …\", or delete \"sentence\" to have it made.")));
        return languages.flatMap(written -> TextReader.optional(fields, "sentence", draft));
    }

    private Optional<Promise> atMost(Fields fields, String name, Optional<Text> sentence) {
        Optional<Long> most = fields.integer("atMost", 0, MOST);
        Duration per = fields.requiredValue("per", CapReader::window, Duration.ofDays(1));
        Optional<Purpose> purpose = fields.value("purpose", Words::purpose);
        return most.map(number -> {
            Cap cap = new Cap(per, number.intValue(), purpose.orElse(null), null);
            return new Promise.AtMost(name, sentence.orElseGet(() -> words.atMost(cap)), cap);
        });
    }

    private Optional<Promise> never(Fields fields, String name, Optional<Text> sentence) {
        Optional<String> template = fields.value("never", this::known);
        boolean after = fields.has("after");
        if (after == fields.has("when")) {
            fields.fault(
                    "never",
                    "promise.form",
                    "A promise of \"never\" says either after which event or under which condition.\n"
                            + "Maybe \"after: order.refunded\" and \"within: 7d\", or \"when: member.level == 0\".");
            fields.node("within");
            return Optional.empty();
        }
        return after ? after(fields, name, sentence, template) : when(fields, name, sentence, template);
    }

    private Optional<Promise> after(Fields fields, String name, Optional<Text> sentence, Optional<String> template) {
        Optional<String> event = fields.value("after", type -> TriggerReader.event(type, draft));
        Duration within = fields.requiredValue("within", WrittenValues::positive, Duration.ofDays(1));
        return template.flatMap(of -> event.map(type -> new Promise.NeverAfter(
                name, sentence.orElseGet(() -> words.after(of, type, within)), of, type, within)));
    }

    private Optional<Promise> when(Fields fields, String name, Optional<Text> sentence, Optional<String> template) {
        List<Condition> conditions = ConditionReader.read(fields, draft);
        if (fields.list("when").size() > 1) {
            fields.fault(
                    "when",
                    "promise.condition",
                    "A promise has one condition.\nMaybe join them with && or ||, or make it two promises.");
        }
        return conditions.stream()
                .findFirst()
                .flatMap(condition -> template.map(of -> new Promise.NeverWhen(
                        name, sentence.orElseGet(() -> words.when(of, condition)), of, condition)));
    }

    private String known(String template) {
        if (names.checked() && !names.templates().contains(template)) {
            throw new WrongValue(
                    "template.unknown",
                    "the playbook has no such message.\n"
                            + (names.templates().isEmpty()
                                    ? "Maybe write it first, in campaigns/ or templates/."
                                    : Nearest.maybe(template, names.templates())));
        }
        return template;
    }
}
