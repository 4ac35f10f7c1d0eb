package io.siyu.web.access;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A person who may sign in.
 *
 * @param id absent until stored
 * @param name unique, as typed at sign-in
 * @param password encoded with its algorithm's prefix
 */
record Account(@Id @Nullable Long id, String name, String password, Instant createdAt, Set<AccountRole> roles) {

    /** The longest password in UTF-8, as bcrypt refuses more. */
    static final int MOST_PASSWORD_BYTES = 72;

    /** One role of an account. */
    record AccountRole(Role role) {}

    static Account of(String name, String password, Instant createdAt, Set<Role> roles) {
        return new Account(
                null,
                name,
                password,
                createdAt,
                roles.stream().map(AccountRole::new).collect(Collectors.toSet()));
    }

    /** The roles it has. */
    Set<Role> held() {
        return roles.stream().map(AccountRole::role).collect(Collectors.toCollection(TreeSet::new));
    }

    UserDetails toUser() {
        Set<String> authorities = new TreeSet<>();
        roles.forEach(held -> authorities.add(held.role().authority()));
        return User.withUsername(name)
                .password(password)
                .authorities(
                        authorities.stream().map(SimpleGrantedAuthority::new).toList())
                .build();
    }
}
