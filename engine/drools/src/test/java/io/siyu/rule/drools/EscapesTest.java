package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.rule.FactSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file under {@code escapes/} reaches for more than facts and proposals, or for more of them than the bounds allow. */
class EscapesTest {

    private static final Path ESCAPES = Path.of("src/test/resources/escapes");
    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: en
            channels: {phone: [service, marketing]}
            """;

    /** What a dictionary is used by. */
    private static final String SAYING = """
            expander a.dsl

            rule "one"
            when
                An order comes
            then
                Do it
            end
            """;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ESCAPES)) {
            return files.sorted().toList();
        }
    }

    @Test
    void knows_more_than_a_hundred_ways_out() throws IOException {
        assertThat(files()).hasSizeGreaterThan(100);
    }

    @Test
    void tries_cells_and_sentences_too() throws IOException {
        assertThat(files())
                .filteredOn(file -> file.toString().contains("/cell-"))
                .hasSizeGreaterThan(30);
        assertThat(files())
                .filteredOn(file -> file.toString().matches(".*[.]dslr?"))
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("files")
    void refuses_it_for_a_plain_reason(Path file) throws IOException {
        String text = Files.readString(file);
        String first = text.lines().findFirst().orElseThrow();
        List<Diagnostic> faults = faults(file, text);
        assertThat(faults.stream().map(fault -> fault.line() + ":" + fault.column() + " " + fault.code()))
                .as("%s %s", file.getFileName(), faults)
                .containsExactly(first.substring(first.indexOf("expect ") + "expect ".length())
                        .split("; "));
        for (Diagnostic fault : faults) {
            assertThat(fault.message()).contains("\nMaybe ").doesNotContain("Exception", "ERR", "at io.");
        }
    }

    private static List<Diagnostic> faults(Path file, String text) {
        String ending = file.getFileName().toString().replaceFirst(".*[.]", "");
        Map<String, byte[]> files = new TreeMap<>(Map.of("settings.yaml", SETTINGS.getBytes(UTF_8)));
        files.put((ending.equals("yaml") ? "campaigns/a." : "rules/a.") + ending, text.getBytes(UTF_8));
        if (ending.equals("dsl")) {
            files.put("rules/a.dslr", SAYING.getBytes(UTF_8));
        } else if (ending.equals("dslr")) {
            files.put("rules/shop.dsl", Sentences.SHOP.drl().getBytes(UTF_8));
        }
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                .read(Playbook.of(files))
                .diagnostics();
    }
}
