package io.siyu.web.copy;

import io.siyu.house.jdbc.DatabaseCopy;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.RedisCopy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Redis and database of a house no server runs, open from {@link #open} to {@link #close()}. */
final class StoppedHouse implements AutoCloseable {
    private final DatabaseCopy database;
    private final @Nullable EmbeddedRedis own;
    private final RedisCopy redis;
    private final URI url;
    private final DataSource source;

    private StoppedHouse(Database database, @Nullable EmbeddedRedis own, URI url) {
        this.database = database.copy();
        this.source = database.source();
        this.own = own;
        this.url = url;
        this.redis = RedisCopy.of(url);
    }

    /** Opens both; a Redis of our own is started for as long. */
    static StoppedHouse open(HouseSettings settings) throws IOException {
        // why: a database in a file is held by a server that runs, whose Redis would be stopped by a second start.
        DataSource source = source(settings);
        Database database = new Database(source, DatabaseCopy.of(source));
        boolean open = false;
        try {
            StoppedHouse house = open(settings, database);
            open = true;
            return house;
        } finally {
            if (!open) {
                database.copy().close();
            }
        }
    }

    private static StoppedHouse open(HouseSettings settings, Database database) throws IOException {
        String given = settings.redis().url().strip();
        if (!given.isEmpty()) {
            return new StoppedHouse(database, null, URI.create(given));
        }
        Path directory = settings.home().resolve("redis");
        refuseIfServed(directory);
        EmbeddedRedis own = EmbeddedRedis.start(directory, 0);
        return new StoppedHouse(database, own, own.url());
    }

    private static void refuseIfServed(Path directory) throws IOException {
        Optional<URI> told = EmbeddedRedis.told(directory);
        if (told.isPresent()) {
            try (RedisCopy running = RedisCopy.of(told.get())) {
                running.refuseIfServed();
            } catch (StoreDownException gone) {
                // why: nobody listens there any more, which is what we want.
                return;
            }
        }
    }

    /** The database as it is reached, and as it is copied. */
    private record Database(DataSource source, DatabaseCopy copy) {}

    private static DataSource source(HouseSettings settings) {
        DriverManagerDataSource source =
                new DriverManagerDataSource(settings.server().databaseUrl());
        if (settings.server().database().isBlank()) {
            source.setUsername("sa");
            source.setPassword("");
        }
        return source;
    }

    /** Where Redis listens. */
    URI url() {
        return url;
    }

    /** The database for questions. */
    JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    DatabaseCopy database() {
        return database;
    }

    RedisCopy redis() {
        return redis;
    }

    @Override
    public void close() {
        redis.close();
        if (own != null) {
            own.close();
        }
        database.close();
    }
}
