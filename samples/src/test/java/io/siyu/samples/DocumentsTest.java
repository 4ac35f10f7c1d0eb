package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader opens first stays short and leads somewhere. */
class DocumentsTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".md"))
                    .map(HOUSE::relativize)
                    .filter(DocumentsTest::isOurs)
                    .sorted()
                    .toList();
            return documents.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_to_a_file_leads_to_one(Path document) throws IOException {
        String text = Files.readString(HOUSE.resolve(document));

        assertThat(LINK.matcher(text).results().map(DocumentsTest::target))
                .allSatisfy(target -> assertThat(HOUSE.resolve(document).resolveSibling(target))
                        .exists());
    }

    @ParameterizedTest
    @CsvSource({"CONTRIBUTING.md, 60"})
    void stays_within_its_lines(String document, int lines) throws IOException {
        assertThat(Files.readAllLines(HOUSE.resolve(document))).hasSizeLessThanOrEqualTo(lines);
    }

    @Test
    void every_module_says_in_fifteen_lines_where_to_start() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE, 3)) {
            List<Path> modules = files.filter(file -> file.endsWith("pom.xml"))
                    .map(pom -> HOUSE.relativize(pom).resolveSibling("README.md"))
                    .filter(readme -> readme.getNameCount() > 1 && isOurs(readme))
                    .toList();

            assertThat(modules)
                    .hasSizeGreaterThanOrEqualTo(10)
                    .allSatisfy(readme -> assertThat(Files.readAllLines(HOUSE.resolve(readme)))
                            .hasSizeBetween(1, 15));
        }
    }

    private static String target(MatchResult link) {
        return link.group(1);
    }

    private static boolean isOurs(Path file) {
        for (Path name : file) {
            if (NOT_OURS.contains(name.toString())) {
                return false;
            }
        }
        return true;
    }
}
