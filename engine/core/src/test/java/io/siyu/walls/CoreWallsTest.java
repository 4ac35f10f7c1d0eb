package io.siyu.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoreWallsTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.siyu");

    static Stream<ArchRule> walls() {
        return Stream.of(
                        StageOrder.walls("io.siyu").stream(),
                        Purity.walls("io.siyu").stream(),
                        Manners.walls("io.siyu").stream(),
                        Stream.of(Technologies.noneIn("io.siyu")))
                .flatMap(walls -> walls);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void core_keeps(ArchRule wall) {
        wall.check(CORE);
    }
}
