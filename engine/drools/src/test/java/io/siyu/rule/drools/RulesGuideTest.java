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
    private static final Pattern EXAMPLE = Pattern.compile("```drl\n(.*?)```", Pattern.DOTALL);
    private static final FactSchema SCHEMA = FactSchemas.of(CatalogueFile.shipped("CNY"));

    @Test
    void shows_rules_that_compile() throws IOException {
        List<Source> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(6);
        Compiled compiled = new DroolsRuleCompiler().compile(examples, SCHEMA);
        assertThat(compiled.diagnostics()).isEmpty();
        assertThat(compiled.warnings()).isEmpty();
        try (DroolsOracle oracle = new DroolsOracle(examples, SCHEMA)) {
            assertThat(oracle.rules()).hasSameSizeAs(compiled.book().rules());
        }
    }

    private static List<Source> examples() throws IOException {
        List<Source> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
        while (example.find()) {
            examples.add(new Source("docs/rules.md#" + examples.size(), example.group(1)));
        }
        return examples;
    }
}
