package io.siyu.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wall that nothing can run into proves nothing: each finds the faults planted for it. */
class PlantedFaultsTest {
    private static final String ROOT = "io.siyu.walls.planted";
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(StageOrder.nothingLater(ROOT, "campaign"), List.of("KnowsEvent")),
                arguments(StageOrder.noOnlookers(ROOT), List.of("KnowsReplay")),
                arguments(StageOrder.noCycles(ROOT), List.of("Slice campaign", "Slice event")),
                arguments(Purity.noMachineClock(ROOT), List.of("askMachine()", "askMachineLater()")),
                arguments(Purity.noClock(ROOT), List.of("askClock(")),
                arguments(Purity.noChance(ROOT), List.of("draw()")),
                arguments(Purity.noDefaults(ROOT), List.of("lean(int)")),
                arguments(Purity.noSaltedOrder(ROOT), List.of("salt(", "copy(")),
                arguments(Purity.noFloatFields(ROOT), List.of("floating")),
                arguments(Purity.noFloatMethods(ROOT), List.of("half(long)")),
                arguments(Purity.nothingOutside(ROOT), List.of("read(")),
                arguments(Purity.finalFields(ROOT), List.of("changing")),
                arguments(Manners.tellingNames(ROOT), List.of("DecisionManager", "DecisionManager$Info")),
                arguments(Manners.nullMarked(ROOT), List.of("Guess")),
                arguments(Manners.noFieldInjection(ROOT), List.of("Unmannered.connection")),
                arguments(Manners.noStandardStreams(ROOT), List.of("print()")),
                arguments(Manners.noGenericExceptions(ROOT), List.of("fail()")),
                arguments(Technologies.noneIn(ROOT), List.of("java.sql.Connection")),
                arguments(Technologies.eachAtHome(ROOT).get(3), List.of("java.sql.Connection")),
                arguments(Technologies.controllersKnowPortsOnly(ROOT), List.of("RedisScreen")),
                arguments(Technologies.controllersStayInTheirPackage(ROOT), List.of("RedisScreen")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void finds_the_fault_planted_for_it(ArchRule wall, List<String> faults) {
        String report =
                String.join("\n", wall.evaluate(PLANTED).getFailureReport().getDetails());

        assertThat(faults).allSatisfy(fault -> assertThat(report).contains(fault));
    }

    @Test
    void every_wall_has_a_planted_fault() {
        List<ArchRule> walls = new ArrayList<>(Purity.walls(ROOT));
        walls.addAll(Manners.walls(ROOT));
        List<String> planted = faults().map(fault -> ((ArchRule) fault.get()[0]).getDescription())
                .toList();

        assertThat(walls).allSatisfy(wall -> assertThat(planted).contains(wall.getDescription()));
    }
}
