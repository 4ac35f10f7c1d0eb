package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every lesson of decision 035 has the tests its row names. */
class LessonsTest {
    private static final Path ROOT = Path.of("..");
    private static final String TABLE = "docs/decisions/035-what-others-learnt-the-hard-way.md";
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+)?[.]?([a-z][a-z0-9_]+)?`");

    @TestFactory
    List<DynamicTest> a_lesson_has_its_tests() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve(TABLE))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 4 && cells[2].contains("`")) {
                tests.add(DynamicTest.dynamicTest(cells[1].strip(), () -> find(cells[2])));
            }
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests;
    }

    private static void find(String cell) throws IOException {
        String test = "";
        List<MatchResult> named = NAMED.matcher(cell).results().toList();
        assertThat(named).as(cell).isNotEmpty();
        for (MatchResult one : named) {
            test = one.group(1) == null ? test : one.group(1);
            String method = one.group(2) == null ? "class " + test : " " + one.group(2) + "(";
            assertThat(sources(test)).as("%s", one.group()).anyMatch(source -> source.contains(method));
        }
    }

    /** What the tests of this name are made of; several modules may have one. */
    private static List<String> sources(String test) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String module : List.of("engine/core", "engine/drools", "engine/redis", "web", "samples")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.endsWith(test + ".java"))
                        .map(LessonsTest::read)
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
