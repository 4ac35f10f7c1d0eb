package io.siyu.web.access;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people with an account, as administrators and approvals see them. */
@Component
public class People {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;

    People(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A person and what they do. */
    public record Person(String name, Set<Role> roles) {}

    /** Everybody with an account, by name. */
    public List<Person> all() {
        return accounts.findAll().stream()
                .map(account -> new Person(account.name(), account.held()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** How many accounts may approve what others wrote. */
    public int approvers() {
        return (int) accounts.findAll().stream()
                .map(Account::held)
                .filter(roles -> roles.contains(Role.APPROVER) || roles.contains(Role.ADMIN))
                .count();
    }

    /** Gives somebody an account; whether the name was free. */
    synchronized boolean add(String name, String password, Set<Role> roles) {
        if (accounts.findByName(name).isPresent()) {
            return false;
        }
        accounts.save(
                Account.of(name, String.valueOf(passwords.encode(password)), clock.instant(), EnumSet.copyOf(roles)));
        return true;
    }
}
