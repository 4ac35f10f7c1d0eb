package io.siyu.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What holds in every module: names, nulls, wiring, streams and exceptions. */
public final class Manners {
    private static final Set<String> INJECTING = Set.of("Autowired", "Inject", "Resource", "Value");

    private Manners() {}

    /** Every rule on the classes below {@code root}. */
    public static List<ArchRule> walls(String root) {
        return List.of(
                tellingNames(root),
                nullMarked(root),
                noFieldInjection(root),
                noStandardStreams(root),
                noGenericExceptions(root));
    }

    /** A type is named by a word of the domain. */
    public static ArchRule tellingNames(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base|Common|Info|DTO)(\\$.*)?")
                .because("a type is a word of the glossary; these say nothing of what it is")
                .allowEmptyShould(true);
    }

    /** Every package says that what may be null is marked. */
    public static ArchRule nullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .beAssignableTo(describe("a type of a package marked @NullMarked", Manners::inMarkedPackage))
                .because("without a package-info.java marked @NullMarked readers and callers guess about null")
                .allowEmptyShould(true);
    }

    /** What a class needs comes through its constructor. */
    public static ArchRule noFieldInjection(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .beAnnotatedWith(describe("an injecting annotation", Manners::injects))
                .because("what a class needs is told by its constructor, so that a test can hand it in")
                .allowEmptyShould(true);
    }

    /** Only the command line prints. */
    public static ArchRule noStandardStreams(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage("..cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .because("only the command line talks to a terminal; everything else logs or answers")
                .allowEmptyShould(true);
    }

    /** An exception says by its type what went wrong. */
    public static ArchRule noGenericExceptions(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(THROW_GENERIC_EXCEPTIONS)
                .because("who catches an exception must know what happened: IllegalArgumentException for bad input,"
                        + " an exception of ours for the rest")
                .allowEmptyShould(true);
    }

    private static boolean inMarkedPackage(JavaClass type) {
        return type.getPackage().isAnnotatedWith(NullMarked.class);
    }

    private static boolean injects(JavaAnnotation<?> annotation) {
        return INJECTING.contains(annotation.getRawType().getSimpleName());
    }
}
