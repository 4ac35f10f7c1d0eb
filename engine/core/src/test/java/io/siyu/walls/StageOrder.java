package io.siyu.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** Who may know whom among the packages of core. */
public final class StageOrder {
    /** The pure stages, in the order data goes through them; imports go the other way. */
    public static final List<String> STAGES = List.of("campaign", "event", "member", "rule", "decision", "message");

    private static final List<String> AROUND =
            List.of("partition", "dispatch", "playbook", "trace", "replay", "report", "archive");
    private static final List<String> ONLOOKERS = List.of("trace", "replay", "report");

    private StageOrder() {}

    /** One rule for each stage, the walls around the loops, and the ban on cycles, below {@code root}. */
    public static List<ArchRule> walls(String root) {
        List<ArchRule> walls = new ArrayList<>();
        for (String stage : STAGES) {
            walls.add(nothingLater(root, stage));
        }
        walls.add(noOnlookers(root));
        walls.add(noCycles(root));
        return walls;
    }

    /** A stage knows the stages before it and nothing else of the house. */
    public static ArchRule nothingLater(String root, String stage) {
        List<String> later = new ArrayList<>(STAGES.subList(STAGES.indexOf(stage) + 1, STAGES.size()));
        later.addAll(AROUND);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + stage + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below(root, later))
                .because("data goes from stage to stage and imports go back: " + STAGES
                        + "; what a later stage knows reaches " + stage + " as a value or through a port of its own")
                .allowEmptyShould(true);
    }

    /** The loops that run the house do not know who looks on. */
    public static ArchRule noOnlookers(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(below(root, List.of("partition", "dispatch")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below(root, ONLOOKERS))
                .because("replay runs the code that runs live, so live code cannot ask whether it is replayed")
                .allowEmptyShould(true);
    }

    /** No two packages need each other. */
    public static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package in a cycle can be neither read nor changed alone")
                .allowEmptyShould(true);
    }

    static String[] below(String root, List<String> packages) {
        return packages.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
    }
}
