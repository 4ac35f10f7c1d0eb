package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.rule.KeptType;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.drools.DroolsRuleCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked in DRL can be asked in words, in either language. */
class DictionariesTest {

    private static final Pattern LINE = Pattern.compile("\\[(when|then)](.+?)=(.+)");
    private static final Pattern PATH = Pattern.compile("[A-Za-z]+(\\.[A-Za-z]+)*");
    /** Rules that fit into a file. */
    private static final int MOST_RULES = 200;

    /** Sentences of one field that are tried; its type may be that of another event's field of the same name. */
    private static final int MOST_TRIED = 12;

    private static final List<String> VALUES = List.of("1", "marketing", "03-14", "\"1\", \"2\"");

    /** A line of a dictionary. */
    private record Sentence(String section, String words, String drl) {

        boolean adds() {
            return words.startsWith("-");
        }

        /** What it asks for first, without the question about a moment. */
        String path() {
            Matcher path = PATH.matcher(drl);
            path.lookingAt();
            return path.group().replaceFirst("[.](within|olderThan|dueWithin)$", "");
        }

        String with(String value) {
            return words.replaceAll("\\{[^}]+}", Matcher.quoteReplacement(value));
        }
    }

    private static Source dictionary(String language) {
        return Shopper.dictionaries().stream()
                .filter(dictionary -> dictionary.file().equals("rules/" + language + ".dsl"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Sentence> sentences(String language) {
        return LINE.matcher(dictionary(language).drl())
                .results()
                .map(line -> new Sentence(line.group(1), line.group(2), line.group(3)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void have_a_sentence_for_every_event_and_every_field(String language) {
        Map<String, List<Sentence>> patterns = byPath(sentences(language), false);
        Map<String, List<Sentence>> questions = byPath(sentences(language), true);
        Map<String, List<String>> wanted = wanted(patterns);
        assertThat(wanted).hasSizeGreaterThan(400);

        for (int which = 0; which < MOST_TRIED && !wanted.isEmpty(); which++) {
            for (String value : VALUES) {
                List<String> rules = new ArrayList<>();
                for (Map.Entry<String, List<String>> one : wanted.entrySet()) {
                    String field = one.getKey().substring(one.getKey().indexOf(' ') + 1);
                    List<Sentence> about = questions.getOrDefault(field, List.of());
                    String question = which < about.size() ? about.get(which).with(value) : "";
                    if (!question.isEmpty() || patterns.containsKey(field)) {
                        rules.add(rule(one.getKey(), one.getValue(), question));
                    }
                }
                wanted.keySet().removeAll(sound(rules, language));
            }
        }
        assertThat(wanted.keySet()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void say_what_is_proposed(String language) {
        assertThat(sentences(language))
                .filteredOn(sentence -> sentence.section().equals("then"))
                .extracting(sentence -> sentence.drl().replaceFirst("propose[.]([a-z]+).*", "$1"))
                .contains("send", "push", "task", "tag", "coupon", "enrol", "goal", "commission");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void let_no_sentence_hide_a_later_one(String language) {
        List<String> hidden = new ArrayList<>();
        Map<Pattern, Sentence> before = new LinkedHashMap<>();
        for (Sentence later : sentences(language)) {
            String said = later.section() + later.with("1");
            before.forEach((pattern, earlier) -> {
                if (pattern.matcher(said).matches()) {
                    hidden.add(later.words() + " by " + earlier.words());
                }
            });
            String quoted = Pattern.quote(later.section() + later.words());
            before.put(Pattern.compile(quoted.replaceAll("\\{[^}]+}", "\\\\E.*\\\\Q")), later);
        }
        assertThat(hidden).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void have_no_fault(String language) {
        assertThat(new DroolsRuleCompiler()
                        .compile(List.of(dictionary(language)), Shopper.SCHEMA)
                        .diagnostics())
                .isEmpty();
    }

    private static Map<String, List<Sentence>> byPath(List<Sentence> sentences, boolean adds) {
        return sentences.stream()
                .filter(sentence -> sentence.section().equals("when") && sentence.adds() == adds)
                .collect(Collectors.groupingBy(
                        sentence -> adds ? sentence.path() : sentence.drl().replace("()", ""),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /** The sentences before a question, for every event and every field. */
    private static Map<String, List<String>> wanted(Map<String, List<Sentence>> patterns) {
        Map<String, List<String>> wanted = new TreeMap<>();
        for (EventType event : Shopper.CATALOGUE.types()) {
            List<String> happens = words(patterns, event.drlName());
            wanted.put(event.drlName(), happens);
            for (Field field : event.fields()) {
                wanted.put(event.drlName() + " " + field.name(), happens);
            }
        }
        List<String> ordered = words(patterns, "OrderPlaced");
        Shopper.SCHEMA.shared().forEach(shared -> wanted.put(shared.path(), ordered));
        for (KeptType kept : Shopper.SCHEMA.kept()) {
            List<String> has = new ArrayList<>(ordered);
            has.addAll(words(patterns, "exists " + kept.name()));
            kept.fields().forEach(field -> wanted.put(kept.name() + " " + field.path(), has));
            assertThat(patterns).containsKey("not " + kept.name());
        }
        return wanted;
    }

    private static List<String> words(Map<String, List<Sentence>> patterns, String drl) {
        return patterns.getOrDefault(drl, List.of()).stream()
                .map(Sentence::words)
                .toList();
    }

    private static String rule(String name, List<String> patterns, String question) {
        String when = String.join("\n", patterns) + "\n" + question;
        return "rule \"" + name + "\"\nwhen\n" + when + "\nthen\n> propose.tag(\"t\");\nend\n";
    }

    /** The names of the rules without fault. */
    private static List<String> sound(List<String> rules, String language) {
        List<String> sound = new ArrayList<>();
        for (int from = 0; from < rules.size(); from += MOST_RULES) {
            List<String> some = rules.subList(from, Math.min(rules.size(), from + MOST_RULES));
            String file = "expander " + language + ".dsl\n" + String.join("", some);
            Source source = new Source("rules/a.dslr", file, List.of(dictionary(language)));
            new DroolsRuleCompiler()
                    .compile(List.of(source), Shopper.SCHEMA)
                    .book()
                    .rules()
                    .forEach(rule -> sound.add(rule.name()));
        }
        return sound;
    }
}
