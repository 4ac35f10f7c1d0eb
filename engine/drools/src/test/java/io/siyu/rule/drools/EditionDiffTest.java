package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.siyu.playbook.EditionDiff;
import io.siyu.playbook.EditionDiff.FileChange;
import io.siyu.playbook.EditionDiff.Kind;
import io.siyu.playbook.EditionDiff.RuleChange;
import io.siyu.playbook.EditionDiff.Written;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.rule.FactSchemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EditionDiffTest {
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: UTC
            currency: EUR
            language: en
            channels:
              phone: [service]
            """;

    private static String rule(String name, String pattern, String tag) {
        return "rule \"" + name + "\"\n  when\n    " + pattern + "\n  then\n    propose.tag(\"" + tag + "\");\nend\n";
    }

    private static Written written(String rules, String settings) {
        return written(Map.of("settings.yaml", settings, "rules/a.drl", rules));
    }

    private static Written written(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Playbook playbook = Playbook.of(files);
        return new Written(
                new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                        .read(playbook)
                        .edition(),
                playbook);
    }

    @Test
    void tells_rule_by_rule_what_is_asked_otherwise() {
        Written before = written(
                rule("large", "OrderPlaced( total >= 200, store == \"S1\" )", "l")
                        + rule("moved", "OrderPaid()", "m")
                        + rule("gone", "OrderPaid()", "g"),
                SETTINGS);
        Written after = written(
                rule("moved", "OrderPaid()", "m")
                        + rule("large", "OrderPlaced( total >= 100, store == \"S1\" )", "l")
                        + rule("come", "OrderPaid( total > 1 )", "c"),
                SETTINGS);
        assertThat(new EditionDiff(before, after).rules())
                .extracting(RuleChange::kind, RuleChange::rule, RuleChange::gone, RuleChange::come)
                .containsExactly(
                        tuple(Kind.ADDED, "come", List.of(), List.of("total > 1")),
                        tuple(Kind.REMOVED, "gone", List.of(), List.of()),
                        tuple(Kind.CHANGED, "large", List.of("total >= 200"), List.of("total >= 100")));
        assertThat(new EditionDiff(before, after).files()).isEmpty();
    }

    @Test
    void tells_every_row_of_a_table_whose_header_changed_and_every_sentence_whose_meaning_did() {
        String table = "RuleTable T\nN,C,A\n,OrderPaid,\n,total > $param,propose.tag(\"t\");\n,,\none,1,x\ntwo,2,x\n";
        String said = "expander w.dsl\nrule \"said\"\nwhen\nAn order\nthen\nTag it\nend\n";
        String words = "[when]An order=OrderPaid()\n[then]Tag it=propose.tag(\"t\");\n";
        Map<String, String> files = Map.of("settings.yaml", SETTINGS, "rules/t.csv", table, "rules/s.dslr", said);
        Map<String, String> before = new TreeMap<>(files);
        before.put("rules/w.dsl", words);
        Map<String, String> after = new TreeMap<>(before);
        after.put("rules/t.csv", table.replace("total >", "total >="));
        after.put("rules/w.dsl", words.replace("\"t\"", "\"u\""));

        List<RuleChange> changes = new EditionDiff(written(before), written(after)).rules();

        assertThat(changes)
                .extracting(RuleChange::rule, RuleChange::gone, RuleChange::come)
                .containsExactly(
                        tuple("one", List.of("total > 1"), List.of("total >= 1")),
                        tuple("said", List.of(), List.of()),
                        tuple("two", List.of("total > 2"), List.of("total >= 2")));
        assertThat(changes.get(1).after()).contains("propose.tag(\"u\")");
    }

    @Test
    void tells_a_rule_that_proposes_something_else_and_other_files() {
        Written before = written(rule("one", "OrderPaid()", "a"), SETTINGS);
        Written after = written(rule("one", "OrderPaid()", "b"), SETTINGS.replace("Corner", "Other"));
        EditionDiff diff = new EditionDiff(before, after);
        assertThat(diff.rules()).singleElement().satisfies(change -> {
            assertThat(change.gone()).isEmpty();
            assertThat(change.before()).contains("propose.tag(\"a\")").doesNotContain("\"b\"");
            assertThat(change.after()).contains("propose.tag(\"b\")");
        });
        assertThat(diff.files()).containsExactly(new FileChange(Kind.CHANGED, "settings.yaml"));
        assertThat(new EditionDiff(before, before).rules()).isEmpty();
    }
}
