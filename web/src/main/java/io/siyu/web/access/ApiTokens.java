package io.siyu.web.access;

import io.siyu.web.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The tokens of programs: made once, kept as hashes, asked at every call under {@code /api}. */
@Component
class ApiTokens {

    static final String AUTHORITY = "API_TOKEN";
    private static final String PREFIX = "siyu_";
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final StoredTokens stored;
    private final Clock clock;
    private final Path file;
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    ApiTokens(StoredTokens stored, Clock clock, ServerSettings settings) {
        this.stored = stored;
        this.clock = clock;
        this.file = settings.home().resolve("api-token");
    }

    /** Makes the house's first token; empty when there already is one. */
    Optional<String> makeFirst() {
        if (stored.count() > 0) {
            return Optional.empty();
        }
        String token = PREFIX + Secret.random().text();
        keepForThisMachine(token);
        stored.save(new ApiToken(null, "first", new Secret(token).hash(), clock.instant()));
        return Optional.of(token);
    }

    /** Asks the database at most every few seconds for each; while that is away, those known before are known still. */
    boolean isKnown(String token) {
        if (!token.startsWith(PREFIX)) {
            return false;
        }
        String hash = new Secret(token).hash();
        Instant asked = known.get(hash);
        boolean fresh = asked != null && asked.plus(FRESH).isAfter(clock.instant());
        return fresh || ask(hash);
    }

    private boolean ask(String hash) {
        try {
            if (!stored.existsByHash(hash)) {
                known.remove(hash);
                return false;
            }
        } catch (DataAccessException away) {
            // why: events are let in while the database is away; the next look is due as if it had answered.
            return known.computeIfPresent(hash, (key, asked) -> clock.instant()) != null;
        }
        known.put(hash, clock.instant());
        return true;
    }

    /** Where the commands of this machine find the token. */
    Path file() {
        return file;
    }

    private void keepForThisMachine(String token) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, token + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The API token could not be written to " + file, unwritable);
        }
    }
}
