package io.siyu.samples.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.siyu.samples.journeys.Mutants.Of;
import io.siyu.samples.journeys.Plan.Happening;
import io.siyu.samples.journeys.Plan.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Random campaigns, members and days: the house decides what an independent, simple model decides. */
class JourneyModelTest {
    private static final int SLICE = 300;
    private static final int FULL = 10_000;
    /** Within so many houses every bug shows. */
    private static final int HUNTED = 2_000;

    private static final Path SOURCES = Path.of("src/test/java/io/siyu/samples/journeys");

    /** A random house and its members' days, found again by its seed. */
    private record Run(long seed, Plan plan, Map<String, List<Happening>> members) {

        static Run of(long seed) {
            Plans plans = new Plans(seed);
            Plan plan = plans.plan();
            Map<String, List<Happening>> members = new TreeMap<>();
            for (String member : List.of("ada", "bo", "chen")) {
                members.put(member, plans.happenings(member));
            }
            return new Run(seed, plan, members);
        }

        Map<String, List<Line>> lines(Function<Of, Model> model) {
            Map<String, List<Line>> lines = new TreeMap<>();
            members.forEach((member, days) ->
                    lines.put(member, model.apply(new Of(plan, member)).play(days)));
            return lines;
        }
    }

    private static Model model(Of of) {
        return new Model(of.plan(), new HashChance(), of.member());
    }

    @Test
    void a_house_decides_what_the_model_decides() {
        compare(0, SLICE);
    }

    @Test
    @Tag("full")
    void ten_thousand_houses_decide_what_the_model_decides() {
        compare(SLICE, FULL);
    }

    private static void compare(long from, long to) {
        long decided = 0;
        for (long seed = from; seed < to; seed++) {
            Run run = Run.of(seed);
            Map<String, List<Line>> real = Played.lines(run.plan(), run.members());
            assertThat(real)
                    .as(
                            "seed %d\n%s",
                            seed, String.join("\n", Written.files(run.plan()).values()))
                    .isEqualTo(run.lines(JourneyModelTest::model));
            decided += real.values().stream().mapToLong(List::size).sum();
        }
        // why: houses in which nothing happens would agree with anything
        assertThat(decided).isGreaterThan(5 * (to - from));
    }

    @TestFactory
    List<DynamicTest> a_planted_bug_is_found() {
        List<Map<String, List<Line>>> real = new ArrayList<>();
        assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(20);
        List<DynamicTest> tests = new ArrayList<>();
        Mutants.all()
                .forEach((wrong, mutant) -> tests.add(DynamicTest.dynamicTest(
                        wrong,
                        () -> assertThat(isFound(mutant, real))
                                .as("%s, in %d houses", wrong, HUNTED)
                                .isTrue())));
        return tests;
    }

    /** @param real what the houses decided that were asked so far; the others are asked as they are needed */
    private static boolean isFound(Function<Of, Model> mutant, List<Map<String, List<Line>>> real) {
        for (int seed = 0; seed < HUNTED; seed++) {
            Run run = Run.of(seed);
            if (seed == real.size()) {
                real.add(Played.lines(run.plan(), run.members()));
            }
            if (!real.get(seed).equals(run.lines(mutant))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_model_is_short() throws IOException {
        int lines = Files.readAllLines(SOURCES.resolve("Model.java")).size()
                + Files.readAllLines(SOURCES.resolve("Judged.java")).size();
        assertThat(lines).isLessThanOrEqualTo(600);
    }

    @Test
    void the_model_knows_values_only() {
        ArchRuleDefinition.classes()
                .that()
                .haveNameMatching(".*\\.journeys\\.(Model|Judged)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are values",
                        type -> type.isPrimitive()
                                || type.getPackageName().startsWith("java.")
                                || type.getPackageName().equals("org.jspecify.annotations")
                                || type.getName().matches(".*\\.journeys\\.(Model|Judged|Plan)(\\$.*)?")))
                .check(new ClassFileImporter().importPackages("io.siyu.samples.journeys"));
    }
}
