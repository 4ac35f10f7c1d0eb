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
        Map<String, byte[]> files = new TreeMap<>();
        files.put("settings.yaml", settings.getBytes(StandardCharsets.UTF_8));
        files.put("rules/a.drl", rules.getBytes(StandardCharsets.UTF_8));
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
