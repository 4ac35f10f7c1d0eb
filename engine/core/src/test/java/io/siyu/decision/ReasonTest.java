package io.siyu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final Path TABLE = Path.of("../../docs/reasons.md");
    private static final Path SOURCES = Path.of("src/main/java/io/siyu");
    private static final Pattern ROW = Pattern.compile(
            "^\\| `([a-z.]+)(<name>)?` \\| ([a-z.–]+) \\| (final|hold) \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(TABLE)).results().toList();
    }

    private static String code(MatchResult row) {
        return row.group(2) == null ? row.group(1) : row.group(1).replaceAll("\\.$", "");
    }

    @Test
    void the_table_tells_every_reason_and_no_other() throws IOException {
        assertThat(rows())
                .extracting(ReasonTest::code)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    @Test
    void the_table_has_no_row_that_cannot_be_read() throws IOException {
        long rows = Files.readString(TABLE)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .count();
        assertThat(rows()).hasSize((int) rows);
    }

    @Test
    void the_table_names_the_guard_and_whether_it_is_final() throws IOException {
        for (MatchResult row : rows()) {
            Reason reason = Reason.of(code(row)).orElseThrow();
            assertThat(row.group(3)).as(reason.code()).isEqualTo(reason.guard().isEmpty() ? "–" : reason.guard());
            assertThat(row.group(4)).as(reason.code()).isEqualTo(reason.kind() == Reason.Kind.HOLD ? "hold" : "final");
        }
    }

    @Test
    void the_table_is_in_the_order_in_which_guards_speak() throws IOException {
        List<String> guards = rows().stream()
                .map(row -> row.group(3))
                .filter(guard -> !guard.equals("–"))
                .distinct()
                .toList();
        assertThat(guards)
                .containsExactlyElementsOf(
                        Guards.ORDER.stream().map(Guards.Named::name).toList());
    }

    @Test
    void every_reason_is_given_somewhere() throws IOException {
        Map<String, String> sources = sources();
        String all = String.join("\n", sources.values());
        assertThat(Reason.values())
                .filteredOn(reason -> reason != Reason.PROMISE)
                .allSatisfy(
                        reason -> assertThat(all).containsAnyOf("Reason." + reason.name(), '"' + reason.code() + '"'));
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("Reason.java"))
                    .collect(Collectors.toMap(Path::toString, ReasonTest::text, (a, b) -> a, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_ruling_cannot_name_another_reason() {
        assertThat(Ruling.drop("promise.calm", "").reason()).isEqualTo("promise.calm");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ruling.drop("bad.mood", ""))
                .withMessageContaining("bad.mood");
    }
}
