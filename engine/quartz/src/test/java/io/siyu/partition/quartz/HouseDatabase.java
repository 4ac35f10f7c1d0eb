package io.siyu.partition.quartz;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.quartz.utils.ConnectionProvider;

/** A house database on disk with the calendar's tables, made by their migration. */
final class HouseDatabase implements ConnectionProvider, AutoCloseable {
    private final JdbcConnectionPool pool;

    HouseDatabase(Path folder) {
        pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("house").toAbsolutePath(), "sa", "");
        Flyway.configure().dataSource(pool).load().migrate();
    }

    QuartzCalendar.Tables tables() {
        return new QuartzCalendar.Tables(this, false);
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
        pool.dispose();
    }
}
