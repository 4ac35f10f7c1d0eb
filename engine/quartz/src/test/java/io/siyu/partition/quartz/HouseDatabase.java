package io.siyu.partition.quartz;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.quartz.utils.ConnectionProvider;

/** A house database with the calendar's tables, made by their migration. */
final class HouseDatabase implements ConnectionProvider, AutoCloseable {
    private final DataSource pool;
    private final boolean postgres;
    private final Runnable end;

    private HouseDatabase(DataSource pool, boolean postgres, Runnable end) {
        this.pool = pool;
        this.postgres = postgres;
        this.end = end;
        Flyway.configure().dataSource(pool).load().migrate();
    }

    static HouseDatabase h2(Path folder) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("house").toAbsolutePath(), "sa", "");
        return new HouseDatabase(pool, false, pool::dispose);
    }

    /** One that runs already; {@code end} is called to end it. */
    static HouseDatabase postgres(DataSource running, Runnable end) {
        return new HouseDatabase(running, true, end);
    }

    QuartzCalendar.Tables tables() {
        return new QuartzCalendar.Tables(this, postgres);
    }

    /** The answer to a question that has one number for an answer. */
    long ask(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}

    @Override
    public void close() {
        end.run();
    }
}
