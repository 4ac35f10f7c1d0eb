package io.siyu.web.access;

import io.siyu.web.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tokens of programs: made once, kept as hashes, asked at every call under {@code /api}. */
@Component
class ApiTokens {

    static final String AUTHORITY = "API_TOKEN";
    private static final String PREFIX = "siyu_";

    private final StoredTokens stored;
    private final Clock clock;
    private final Path file;

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

    boolean isKnown(String token) {
        return token.startsWith(PREFIX) && stored.existsByHash(new Secret(token).hash());
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
