package io.siyu.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The same on a real PostgreSQL. */
class JdbcWhereaboutsOnPostgresIT extends JdbcWhereaboutsTest {
    private EmbeddedPostgres postgres;

    @Override
    DataSource start(Path directory) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .start();
        return postgres.getPostgresDatabase();
    }

    @Override
    void stop() throws IOException {
        postgres.close();
    }
}
