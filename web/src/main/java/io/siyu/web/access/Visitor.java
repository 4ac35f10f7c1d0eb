package io.siyu.web.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.Authentication;

/**
 * Who asks for something: a person with their roles, or a program.
 *
 * @param name as it is kept with what they do
 */
public record Visitor(String name, Set<Role> roles) {

    /** Who shows an API token: writes and publishes as a marketer does; what takes a person's judgement is not theirs. */
    public static final Visitor PROGRAM = new Visitor("a program", EnumSet.of(Role.MARKETER));

    public Visitor {
        roles = Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
    }

    /** Who has signed in. */
    public static Visitor of(Authentication visitor) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> visitor.getAuthorities().stream()
                        .anyMatch(held -> role.authority().equals(held.getAuthority())))
                .forEach(roles::add);
        return new Visitor(visitor.getName(), roles);
    }

    /** Whether they have one of these roles; administrators have all. */
    public boolean isOneOf(Collection<Role> wanted) {
        return roles.contains(Role.ADMIN) || wanted.stream().anyMatch(roles::contains);
    }
}
