package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Broken files, each with a first line that says what the loader tells of it ({@code # line:column code; …}), and
 * whether the JSON Schema refuses it too ({@code | schema}).
 */
class BrokenFilesTest {

    private static final Path BROKEN = Path.of("src/test/resources/io/siyu/playbook/broken");
    private static final Map<String, String> PLACES = Map.of(
            "audience", "audiences/x.yaml",
            "campaign", "campaigns/x.yaml",
            "settings", "settings.yaml",
            "template", "templates/x.yaml");
    private static final String PROMISES = "promises";

    @TestFactory
    Stream<DynamicTest> tells_every_fault_at_its_place() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    List<Diagnostic> faults = faults(file);

                    assertThat(told(faults)).isEqualTo(expected(file).split(" \\| ", -1)[0]);
                    assertThat(faults)
                            .allSatisfy(fault -> assertThat(fault.message()).containsPattern("\nMaybe [^\n]*[.?]$"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> is_refused_by_the_schema_where_a_schema_can_tell() throws IOException {
        return files().stream()
                .filter(file -> !expected(file).contains("yaml.syntax"))
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    boolean refused = !Schemas.errors(kind(file), read(file)).isEmpty();

                    assertThat(refused).isEqualTo(expected(file).endsWith("| schema"));
                }));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(BROKEN)) {
            List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(30);
            return found;
        }
    }

    private static List<Diagnostic> faults(Path file) {
        if (kind(file).equals("scenario")) {
            Faults faults = new Faults();
            Edition edition = NoRules.reader().read(Playbooks.with(Map.of())).edition();
            ScenarioReader.read("x.yaml", read(file).getBytes(StandardCharsets.UTF_8), edition, faults);
            return faults.sorted();
        }
        if (kind(file).equals(PROMISES)) {
            return NoRules.reader()
                    .read(Playbooks.with(
                            Map.of("templates/thanks.yaml", PromiseReaderTest.TEMPLATE, "promises.yaml", read(file))))
                    .diagnostics();
        }
        String place = PLACES.get(kind(file));
        return NoRules.reader().read(Playbooks.with(place, read(file))).diagnostics();
    }

    private static String told(List<Diagnostic> faults) {
        return faults.stream()
                .map(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .collect(Collectors.joining("; "));
    }

    private static String expected(Path file) {
        return read(file).lines().findFirst().orElseThrow().substring("# ".length());
    }

    private static String name(Path file) {
        return BROKEN.relativize(file).toString();
    }

    private static String kind(Path file) {
        return BROKEN.relativize(file).getName(0).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
