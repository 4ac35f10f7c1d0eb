package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.MemberList;
import io.siyu.campaign.Position;
import io.siyu.campaign.Registers;
import io.siyu.campaign.Store;
import io.siyu.campaign.Unit;
import io.siyu.rule.FactSchema;
import io.siyu.rule.KnownNames;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file under {@code broken/} says in its first line which faults stand where. */
class BrokenRulesTest {

    private static final Path BROKEN = Path.of("src/test/resources/broken");
    private static final KnownNames NAMES =
            new KnownNames(true, Set.of("thanks", "welcome"), Set.of("thanks/one", "t"), Set.of("wechat", "phone"));
    private static final FactSchema SCHEMA = Shop.SCHEMA.knowing(new Registers(
            true,
            Map.of("east", new Unit("east", "East", null)),
            Map.of(
                    "S1",
                    new Store("S1", "Old town", new Position(31.2, 121.4), "east"),
                    "S2",
                    new Store("S2", "New", null, null)),
            Map.of("vip", new MemberList.Builder().build())));
    private static final String EXPECT = "// expect ";

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.sorted().toList();
        }
    }

    @Test
    void knows_at_least_a_hundred_ways_to_break_a_file() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("files")
    void tells_every_fault_at_its_place(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).startsWith(EXPECT);
        String expected = text.substring(EXPECT.length(), text.indexOf('\n'));
        List<Diagnostic> faults = told(file);
        assertThat(faults.stream().map(BrokenRulesTest::placeAndCode))
                .as("%s", faults)
                .containsExactly(expected.split("; "));
    }

    @Test
    void knows_a_dozen_ways_to_break_a_table_and_a_dozen_to_break_sentences() throws IOException {
        assertThat(files()).filteredOn(file -> file.toString().endsWith(".csv")).hasSizeGreaterThan(12);
        assertThat(files())
                .filteredOn(file -> file.toString().endsWith(".dslr"))
                .hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @MethodSource("files")
    void says_what_to_do_about_it(Path file) throws IOException {
        for (Diagnostic fault : told(file)) {
            assertThat(fault.message())
                    .matches("(?s)[A-Z\"].*[.]\nMaybe .*[.;]")
                    .doesNotContain("Maybe Maybe", "ERR");
        }
    }

    /** Faults and warnings, by place. */
    private static List<Diagnostic> told(Path file) throws IOException {
        List<Source> sources = List.of(Sentences.source(file));
        Compiled compiled = new DroolsRuleCompiler().compile(sources, SCHEMA, NAMES);
        return Stream.concat(compiled.diagnostics().stream(), compiled.warnings().stream())
                .sorted()
                .toList();
    }

    private static String placeAndCode(Diagnostic fault) {
        return fault.line() + ":" + fault.column() + " " + fault.code();
    }
}
