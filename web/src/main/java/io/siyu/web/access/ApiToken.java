package io.siyu.web.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What lets a program in; only its hash is kept.
 *
 * @param hash SHA-256 of the token in hexadecimal
 */
record ApiToken(@Id @Nullable Long id, String name, String hash, Instant createdAt) {}
