package io.siyu.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** Methods of the JDK that a package must not call, as patterns over their full name with parameter types. */
record Calls(String what, Pattern pattern) {

    Calls(String what, String... patterns) {
        this(what, Pattern.compile(String.join("|", patterns)));
    }

    /** No class in these packages calls one of them, names one as a method reference, or reads one. */
    ArchRule areAbsentFrom(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .accessTargetWhere(DescribedPredicate.describe(what, this::match))
                .allowEmptyShould(true);
    }

    private boolean match(JavaAccess<?> access) {
        return pattern.matcher(access.getTarget().getFullName()).matches();
    }
}
