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
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void knows_what_people_bring_along_from_drools_from_java_and_from_sql() throws IOException {
        assertThat(files())
                .filteredOn(file -> file.getFileName().toString().startsWith("habit-"))
                .hasSizeGreaterThan(140);
    }

    /** What each habit is answered with: the words to write here instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            this-after              | member.ordersIn("3d") >= 1
            from-accumulate         | member.ordersIn("30d")
            import-accumulate       | member.spentIn("30d")
            from-entry-point        | all events come in by one door
            fact-of-member          | OrderPlaced( total >= 200, member.level >= 2 )
            from-expression         | member.bought("TEA-100", "30d") == true
            getter-of-member        | write member.level.
            method-of-text          | str[startsWith] "…"
            matches-look-ahead      | not matches "…"
            matches-back-reference  | write what the group may be once more
            matches-possessive      | leave out the second sign
            member-of               | member.inList("name") == true
            inline-cast             | member.level
            nested-accessor         | member.level > 2, member.orders > 3
            enum-value              | write "OLD_TOWN"
            between                 | total >= 100, total <= 200
            sql-not-equal           | "!=" was meant
            and-word-inside         | write a comma
            trait                   | propose.tag("vip")
            declare-window          | member.ordersIn("30d")
            metadata-role           | every type of the catalogue is an event
            when-with-colon         | remove the colon
            name-of-two-words       | rule "Large …"
            then-setter             | propose.tag("vip")
            then-if                 | a second rule with its own conditions
            then-system-out         | why a rule fired is shown
            """)
    void names_what_to_write_instead(String habit, String instead) throws IOException {
        assertThat(told(BROKEN.resolve("habit-" + habit + ".drl")))
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .containsSubsequence("\nMaybe ", instead);
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
