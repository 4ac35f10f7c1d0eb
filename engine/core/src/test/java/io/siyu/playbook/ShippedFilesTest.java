package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every playbook file that ships agrees with its JSON Schema; the loader's verdict comes with the compiled rules. */
class ShippedFilesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Map<String, String> FOLDERS = Map.of(
            "campaigns",
            "campaign",
            "templates",
            "template",
            "campaign-templates",
            "campaign",
            "scenarios",
            "scenario");

    @TestFactory
    List<DynamicTest> agrees_with_its_schema() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String module : List.of("campaign-templates", "rules", "samples")) {
            try (Stream<Path> found = Files.walk(ROOT.resolve(module))) {
                found.filter(ShippedFilesTest::isSource).sorted().forEach(file -> tests.add(agrees(file)));
            }
        }
        return tests;
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".yaml")
                && !file.toString().contains("/target/")
                && !kind(file).isEmpty();
    }

    private static DynamicTest agrees(Path file) {
        return DynamicTest.dynamicTest(
                ROOT.relativize(file).toString(),
                () -> assertThat(Schemas.errors(kind(file), Files.readString(file)))
                        .isEmpty());
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".scenario.yaml")) {
            return "scenario";
        }
        return name.equals("settings.yaml")
                ? "settings"
                : FOLDERS.getOrDefault(file.getParent().getFileName().toString(), "");
    }
}
