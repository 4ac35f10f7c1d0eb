package io.siyu.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Where a technology may be known: in its own module, behind a port of core. */
public final class Technologies {
    private Technologies() {}

    /** Nothing below {@code root} knows a store, a scheduler, a rule engine or a web framework. */
    public static ArchRule noneIn(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "redis..",
                        "org.drools..",
                        "org.kie..",
                        "org.quartz..",
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework..",
                        "jakarta..")
                .because("core is what remains when every technology is exchanged; an adapter module knows its own")
                .allowEmptyShould(true);
    }
}
