package io.siyu.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a technology may be known: in packages of its name, each behind a port of core. */
public final class Technologies {
    private static final Map<String, List<String>> KNOWN = known();
    private static final Set<String> CONTROLLING = Set.of("Controller", "RestController");

    private Technologies() {}

    private static Map<String, List<String>> known() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("drools", List.of("org.drools..", "org.kie.."));
        known.put("redis", List.of("redis.."));
        known.put("quartz", List.of("org.quartz.."));
        known.put("jdbc", List.of("java.sql..", "javax.sql..", "org.flywaydb..", "org.springframework.jdbc.."));
        return known;
    }

    /** Nothing below {@code root} knows a store, a scheduler, a rule engine or a web framework. */
    public static ArchRule noneIn(String root) {
        List<String> all = new ArrayList<>(List.of("org.springframework..", "jakarta.."));
        KNOWN.values().forEach(all::addAll);
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(all.toArray(String[]::new))
                .because("core is what remains when every technology is exchanged; an adapter module knows its own")
                .allowEmptyShould(true);
    }

    /** One rule for each technology: outside packages of its name, only the wiring in {@code web} may mention it. */
    public static List<ArchRule> eachAtHome(String root) {
        List<ArchRule> walls = new ArrayList<>();
        KNOWN.forEach((name, packages) -> walls.add(atHome(root, name, packages)));
        return walls;
    }

    /** A controller binds a form, calls a port and names a view. */
    public static ArchRule controllersKnowPortsOnly(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and(describe("are controllers", Technologies::isController))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KNOWN.keySet().stream()
                        .map(name -> root + ".." + name + "..")
                        .toArray(String[]::new))
                .because("a screen that asks a port works over every store, and its test needs none")
                .allowEmptyShould(true);
    }

    /** A controller is called by the framework alone. */
    public static ArchRule controllersStayInTheirPackage(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(describe("are controllers", Technologies::isController))
                .should()
                .notBePublic()
                .because(
                        "only the framework calls a controller; what others need is a port or a service of the feature")
                .allowEmptyShould(true);
    }

    private static ArchRule atHome(String root, String name, List<String> packages) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".." + name + "..", root + ".web..", root + ".samples..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .because(name + " is exchanged by exchanging its module: the rest talks to the port")
                .allowEmptyShould(true);
    }

    private static boolean isController(JavaClass type) {
        return type.getAnnotations().stream()
                .anyMatch(annotation ->
                        CONTROLLING.contains(annotation.getRawType().getSimpleName()));
    }
}
