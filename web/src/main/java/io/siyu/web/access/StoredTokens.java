package io.siyu.web.access;

import org.springframework.data.repository.ListCrudRepository;

/** The hashes of all API tokens. */
interface StoredTokens extends ListCrudRepository<ApiToken, Long> {

    boolean existsByHash(String hash);
}
