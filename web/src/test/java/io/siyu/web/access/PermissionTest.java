package io.siyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

class PermissionTest {

    private final Permission rules = new Permission.OneOf(Set.of(Role.RULE_AUTHOR));

    @Test
    void serves_the_role_and_administrators() {
        assertThat(rules.allows(person(Role.RULE_AUTHOR))).isTrue();
        assertThat(rules.allows(person(Role.ADMIN))).isTrue();
        assertThat(rules.allows(person(Role.MARKETER, Role.QA))).isFalse();
    }

    @Test
    void keeps_programs_and_people_apart() {
        Authentication program = new TestingAuthenticationToken("program", null, ApiTokens.AUTHORITY);
        assertThat(new Permission.Programs().allows(program)).isTrue();
        assertThat(new Permission.SignedIn().allows(program)).isFalse();
        assertThat(new Permission.Programs().allows(person(Role.ADMIN))).isFalse();
    }

    @Test
    void does_not_take_a_visitor_for_signed_in() {
        Authentication visitor = new AnonymousAuthenticationToken(
                "key", "visitor", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        assertThat(new Permission.SignedIn().allows(visitor)).isFalse();
        assertThat(new Permission.Everyone().allows(visitor)).isTrue();
    }

    private static Authentication person(Role... roles) {
        return new TestingAuthenticationToken(
                "person", null, Arrays.stream(roles).map(Role::authority).toArray(String[]::new));
    }
}
