package io.siyu.web.campaign;

import io.siyu.playbook.YamlNode;
import io.siyu.web.campaign.FormField.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom a campaign is for, as a form shows it: a saved audience, or rows of who belongs and who does not. */
final class FormAudience {
    private static final String AT = "/audience";
    private static final String SAVED = "/audience/of";
    private static final String WHEN = "when";
    private static final String NEAR = "near";
    private static final String ALL = "all";
    private static final List<String> CALLED = List.of("store", "everybody");
    private static final List<String> SETS = List.of(ALL, "any", "not");
    private static final List<String> WORDS = List.of("audience", "list", "community", "store", "unit", "tagged", NEAR);

    private FormAudience() {}

    /**
     * Who belongs, or does not.
     *
     * @param set {@code all} must hold, {@code any} one of these, {@code not} none of these
     * @param names of what is asked, one is enough; of {@code near}, the store and the distance
     */
    record Row(String set, String word, List<String> names) {
        Row {
            names = List.copyOf(names);
        }

        String typed() {
            return String.join(", ", names);
        }

        /** Whether it says who is meant in words of the form; what does not is shown as it is written, and stays. */
        boolean isWhole() {
            return WORDS.contains(word) && !names.isEmpty();
        }
    }

    static List<FormField> of(FormFields fields) {
        CampaignText text = fields.text();
        List<FormField> asked = new ArrayList<>();
        Optional<List<Row>> rows = rows(text);
        if (rows.isEmpty()) {
            return asked; // why: what is deeper than rows is shown as it is written
        }
        // why: whom an event calls is said in a word where it is not asked; nothing would be refused
        List<String> saved = fields.words().audiences();
        List<String> known = fields.isCalled()
                ? Stream.concat(CALLED.stream(), saved.stream()).toList()
                : saved;
        asked.add(fields.chosen(SAVED, "audience", text.value(AT), known));
        if (text.value(AT).isEmpty()) {
            for (int place = 0; place < rows.get().size(); place++) {
                row(fields, AT + "/" + place, rows.get().get(place), asked);
            }
            row(fields, AT + "/+", new Row(ALL, "", List.of()), asked);
            asked.add(fields.when(AT + "/" + WHEN));
        }
        return asked;
    }

    private static void row(FormFields fields, String at, Row row, List<FormField> asked) {
        asked.add(fields.chosen(at + "/set", "set", row.set(), SETS));
        asked.add(fields.chosen(at + "/word", "word", row.word(), WORDS));
        asked.add(fields.row(at + "/names", "names", Input.LINE, row.typed()));
    }

    /** Whether a field is one of those, and no value of the file. */
    static boolean owns(String pointer) {
        return pointer.startsWith(AT + "/") && !pointer.equals(AT + "/" + WHEN);
    }

    /** The campaign for whom was answered. */
    static CampaignText answered(CampaignText text, Map<String, String> answers) {
        return isAsked(text, answers) ? text.put(AT, wanted(text, answers)) : text;
    }

    static List<String> unwritten(CampaignText before, CampaignText changed, Map<String, String> answers) {
        YamlNode now = changed.node(AT).orElse(null);
        // why: conditions are a field of their own, which tells of itself
        boolean same = !isAsked(before, answers)
                || YamlTree.same(now, wanted(before, answers))
                || YamlTree.same(now, wanted(changed, answers));
        return same ? List.of() : List.of(AT);
    }

    private static boolean isAsked(CampaignText text, Map<String, String> answers) {
        return answers.keySet().stream().anyMatch(FormAudience::owns)
                && rows(text).isPresent()
                && !(chosen(text, answers).equals(text.value(AT))
                        && said(text, answers).equals(rows(text).orElseThrow()));
    }

    private static String chosen(CampaignText text, Map<String, String> answers) {
        return answers.getOrDefault(SAVED, text.value(AT)).strip();
    }

    private static @Nullable YamlNode wanted(CampaignText text, Map<String, String> answers) {
        String saved = chosen(text, answers);
        if (!saved.isEmpty()) {
            return YamlTree.text(saved);
        }
        Map<String, YamlNode> whom = new LinkedHashMap<>();
        for (String set : SETS) {
            List<Row> rows = said(text, answers).stream()
                    .filter(row -> row.set().equals(set))
                    .toList();
            put(set, rows, whom);
        }
        text.node(AT + "/" + WHEN).ifPresent(when -> whom.put(WHEN, when));
        return whom.isEmpty() ? null : YamlTree.map(whom);
    }

    private static void put(String set, List<Row> rows, Map<String, YamlNode> whom) {
        List<YamlNode> items = rows.stream().map(FormAudience::asked).toList();
        Set<String> words = new TreeSet<>();
        boolean apart = rows.stream().allMatch(row -> words.add(row.word()));
        if (set.equals(ALL) && apart) {
            rows.forEach(row -> whom.put(row.word(), names(row)));
        } else if (items.size() == 1) {
            whom.put(set, items.get(0));
        } else if (!items.isEmpty()) {
            whom.put(set, YamlTree.list(items));
        }
    }

    private static YamlNode asked(Row row) {
        return YamlTree.map(row.word(), names(row));
    }

    private static YamlNode names(Row row) {
        List<YamlNode> names = row.names().stream().map(YamlTree::text).toList();
        if (row.word().equals(NEAR) && names.size() == 2) {
            Map<String, YamlNode> near = new LinkedHashMap<>();
            near.put("store", names.get(0));
            near.put("within", names.get(1));
            return YamlTree.map(near);
        }
        return names.size() == 1 ? names.get(0) : YamlTree.list(names);
    }

    /** The rows as they are answered; those without names go. */
    private static List<Row> said(CampaignText text, Map<String, String> answers) {
        List<Row> said = new ArrayList<>();
        List<Row> rows = rows(text).orElseThrow();
        for (int place = 0; place <= rows.size(); place++) {
            boolean last = place == rows.size();
            Row row = last ? new Row(ALL, "", List.of()) : rows.get(place);
            String at = AT + "/" + (last ? "+" : String.valueOf(place));
            String word = answers.getOrDefault(at + "/word", row.word());
            List<String> names = split(answers.getOrDefault(at + "/names", row.typed()));
            String set = answers.getOrDefault(at + "/set", row.set());
            Row answered = new Row(SETS.contains(set) ? set : ALL, word, names);
            if (answered.isWhole()) {
                said.add(answered);
            }
        }
        return said;
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split("[,，、\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The rows the file says; empty when it says more than rows can. */
    private static Optional<List<Row>> rows(CampaignText text) {
        List<Row> rows = new ArrayList<>();
        for (String name : text.names(AT)) {
            String at = AT + "/" + name;
            if (SETS.contains(name)) {
                List<String> parts = text.size(at) == 0
                        ? List.of(at)
                        : Stream.iterate(0, i -> i + 1)
                                .limit(text.size(at))
                                .map(i -> at + "/" + i)
                                .toList();
                parts.forEach(part -> rows.add(row(text, name, part)));
            } else if (!name.equals(WHEN)) {
                rows.add(new Row(ALL, name, names(text, at)));
            }
        }
        return rows.stream().allMatch(Row::isWhole) ? Optional.of(rows) : Optional.empty();
    }

    /** What one part of a set says; no whole row when that is more than a row says. */
    private static Row row(CampaignText text, String set, String part) {
        List<String> words = text.names(part);
        if (words.isEmpty() && !text.value(part).isEmpty()) {
            return new Row(set, "audience", List.of(text.value(part)));
        }
        return words.size() == 1
                ? new Row(set, words.get(0), names(text, part + "/" + words.get(0)))
                : new Row(set, "", List.of());
    }

    private static List<String> names(CampaignText text, String at) {
        return text.names(at).contains("store")
                ? List.of(text.value(at + "/store"), text.value(at + "/within"))
                : split(text.value(at));
    }
}
