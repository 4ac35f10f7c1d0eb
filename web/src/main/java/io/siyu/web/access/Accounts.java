package io.siyu.web.access;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** The people who may sign in. */
interface Accounts extends ListCrudRepository<Account, Long> {

    Optional<Account> findByName(String name);
}
