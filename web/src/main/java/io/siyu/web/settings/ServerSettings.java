package io.siyu.web.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the server listens and where it keeps its data.
 *
 * @param port TCP port; 0 takes a free one
 * @param bind address to listen on; the default is reachable from this machine only
 * @param home directory of everything the server keeps, created when absent
 * @param clock what the house's time follows
 * @param playbook directory of what a house that has published nothing yet begins with
 * @param database JDBC URL; empty means an H2 file under {@code home}
 */
@Validated
@ConfigurationProperties("siyu")
public record ServerSettings(
        @DefaultValue("8080") @Min(0) @Max(65535) int port,
        @DefaultValue("127.0.0.1") @NotBlank String bind,
        @DefaultValue("${user.home}/.siyu") Path home,
        @DefaultValue("real") ClockMode clock,
        @Nullable Path playbook,
        @DefaultValue("") String database) {

    /** The JDBC URL in force. */
    public String databaseUrl() {
        // why: the house closes its database itself, after everything that still writes to it.
        return database.isBlank()
                ? "jdbc:h2:file:" + home.toAbsolutePath().resolve("house") + ";DB_CLOSE_ON_EXIT=FALSE"
                : database;
    }
}
