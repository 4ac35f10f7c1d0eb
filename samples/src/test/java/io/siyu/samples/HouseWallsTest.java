package io.siyu.samples;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.siyu.walls.Manners;
import io.siyu.walls.Technologies;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls between the modules, seen from the one that depends on them all. */
class HouseWallsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.siyu");

    static Stream<ArchRule> walls() {
        return Stream.of(
                        Manners.walls("io.siyu").stream(),
                        Technologies.eachAtHome("io.siyu").stream(),
                        Stream.of(
                                Technologies.controllersKnowPortsOnly("io.siyu"),
                                Technologies.controllersStayInTheirPackage("io.siyu")))
                .flatMap(walls -> walls);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void the_house_keeps(ArchRule wall) {
        wall.check(HOUSE);
    }
}
