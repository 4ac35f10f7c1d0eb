package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.FactSchema;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide's examples are rules without a fault, for us and for Drools. */
class RulesGuideTest {

    private static final Path GUIDE = Path.of("../../docs/rules.md");
    private static final Pattern EXAMPLE = Pattern.compile("```(drl|csv|dslr)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DICTIONARY = Pattern.compile("```dsl\n(.*?)```", Pattern.DOTALL);
    private static final FactSchema SCHEMA = FactSchemas.of(CatalogueFile.shipped("CNY"));

    @Test
    void shows_rules_that_compile() throws IOException {
        List<Source> examples = examples();
        assertThat(examples)
                .hasSizeGreaterThanOrEqualTo(8)
                .anyMatch(example -> example.file().endsWith(".csv"))
                .anyMatch(example -> example.file().endsWith(".dslr"));
        Compiled compiled = new DroolsRuleCompiler().compile(examples, SCHEMA);
        assertThat(compiled.diagnostics()).isEmpty();
        assertThat(compiled.warnings()).isEmpty();
        try (DroolsOracle oracle = new DroolsOracle(examples.subList(1, examples.size()), SCHEMA)) {
            assertThat(oracle.rules()).hasSameSizeAs(compiled.book().rules());
        }
    }

    private static List<Source> examples() throws IOException {
        String guide = Files.readString(GUIDE);
        Matcher dictionary = DICTIONARY.matcher(guide);
        assertThat(dictionary.find()).isTrue();
        Source words = new Source("docs/words.dsl", dictionary.group(1));
        List<Source> examples = new ArrayList<>(List.of(words));
        Matcher example = EXAMPLE.matcher(guide);
        while (example.find()) {
            String file = "docs/rules" + examples.size() + "." + example.group(1);
            examples.add(new Source(file, example.group(2), List.of(words)));
        }
        return examples;
    }
}
