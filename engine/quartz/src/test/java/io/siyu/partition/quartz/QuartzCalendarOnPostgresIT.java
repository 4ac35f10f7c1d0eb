package io.siyu.partition.quartz;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The same on a real PostgreSQL, by Quartz' delegate for it. */
class QuartzCalendarOnPostgresIT extends QuartzCalendarTest {

    @Override
    HouseDatabase start(Path directory) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .start();
        return HouseDatabase.postgres(postgres.getPostgresDatabase(), () -> close(postgres));
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
