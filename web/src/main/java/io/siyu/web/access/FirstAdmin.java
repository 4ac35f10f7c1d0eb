package io.siyu.web.access;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The one door into a house without accounts: a key printed at start that makes the first administrator. */
@Component
class FirstAdmin {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final Secret key = Secret.random();

    FirstAdmin(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The key to print; empty once somebody has an account. */
    Optional<String> key() {
        return accounts.count() == 0 ? Optional.of(key.text()) : Optional.empty();
    }

    boolean opensWith(String offered) {
        return accounts.count() == 0 && key.matches(offered);
    }

    /** Makes the administrator; empty when the key is wrong or was used before. */
    synchronized Optional<UserDetails> become(String offered, String name, String password) {
        if (!opensWith(offered)) {
            return Optional.empty();
        }
        Account admin =
                Account.of(name, String.valueOf(passwords.encode(password)), clock.instant(), EnumSet.of(Role.ADMIN));
        return Optional.of(accounts.save(admin).toUser());
    }
}
