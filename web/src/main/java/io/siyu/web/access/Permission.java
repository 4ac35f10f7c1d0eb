package io.siyu.web.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.method.HandlerMethod;

/** Whom a handler serves, read from its one {@code @AllowedTo…} annotation. */
sealed interface Permission {

    boolean allows(Authentication visitor);

    /** The permission a handler declares; empty when it declares none or more than one. */
    static Optional<Permission> of(HandlerMethod handler) {
        List<Permission> declared = List.<Function<HandlerMethod, Optional<Permission>>>of(
                        Permission::roles, Permission::signedIn, Permission::everyone, Permission::programs)
                .stream()
                .flatMap(reader -> reader.apply(handler).stream())
                .toList();
        return declared.size() == 1 ? Optional.of(declared.get(0)) : Optional.empty();
    }

    private static Optional<Permission> roles(HandlerMethod handler) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), AllowedTo.class))
                .map(annotation -> new OneOf(Set.copyOf(Arrays.asList(annotation.value()))));
    }

    private static Optional<Permission> signedIn(HandlerMethod handler) {
        return handler.hasMethodAnnotation(AllowedToSignedIn.class) ? Optional.of(new SignedIn()) : Optional.empty();
    }

    private static Optional<Permission> everyone(HandlerMethod handler) {
        return handler.hasMethodAnnotation(AllowedToEveryone.class) ? Optional.of(new Everyone()) : Optional.empty();
    }

    private static Optional<Permission> programs(HandlerMethod handler) {
        return handler.hasMethodAnnotation(AllowedToPrograms.class) ? Optional.of(new Programs()) : Optional.empty();
    }

    private static Set<String> authorities(Authentication visitor) {
        Set<String> names = new TreeSet<>();
        for (GrantedAuthority authority : visitor.getAuthorities()) {
            names.add(String.valueOf(authority.getAuthority()));
        }
        return names;
    }

    /** Signed-in people with one of the roles, and administrators. */
    record OneOf(Set<Role> roles) implements Permission {

        public OneOf {
            roles = Set.copyOf(roles);
        }

        @Override
        public boolean allows(Authentication visitor) {
            Set<String> held = authorities(visitor);
            return Stream.concat(roles.stream(), Stream.of(Role.ADMIN))
                    .map(Role::authority)
                    .anyMatch(held::contains);
        }
    }

    /** Everybody with an account. */
    record SignedIn() implements Permission {

        @Override
        public boolean allows(Authentication visitor) {
            return visitor.isAuthenticated()
                    && !(visitor instanceof AnonymousAuthenticationToken)
                    && !authorities(visitor).contains(ApiTokens.AUTHORITY);
        }
    }

    /** Every visitor. */
    record Everyone() implements Permission {

        @Override
        public boolean allows(Authentication visitor) {
            return true;
        }
    }

    /** Programs with an API token. */
    record Programs() implements Permission {

        @Override
        public boolean allows(Authentication visitor) {
            return authorities(visitor).contains(ApiTokens.AUTHORITY);
        }
    }
}
