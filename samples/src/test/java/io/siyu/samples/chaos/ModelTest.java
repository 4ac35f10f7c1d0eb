package io.siyu.samples.chaos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.siyu.decision.Verdict;
import io.siyu.partition.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The model is worth something as long as it is plain and knows nothing of how the house works. */
class ModelTest {
    private static final Path SOURCE = Path.of("src/main/java/io/siyu/samples/chaos/Model.java");

    @Test
    void the_model_has_400_lines_at_most() throws IOException {
        assertThat(Files.readAllLines(SOURCE)).hasSizeLessThanOrEqualTo(400);
    }

    @Test
    void the_model_knows_values_only() {
        JavaClasses chaos = new ClassFileImporter().importPackages("io.siyu.samples.chaos");
        classes()
                .that()
                .haveNameMatching(".*\\.chaos\\.Model(\\$.*)?")
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are values",
                        type -> type.isPrimitive()
                                || type.getPackageName().startsWith("java.")
                                || type.getPackageName().equals("io.siyu.event")
                                || type.getPackageName().equals("org.jspecify.annotations")
                                || type.isEquivalentTo(Verdict.class)
                                || type.getName().startsWith(Admission.class.getName())
                                || type.getName().matches(".*\\.chaos\\.(Model|History|Call)(\\$.*)?")))
                .check(chaos);
    }
}
