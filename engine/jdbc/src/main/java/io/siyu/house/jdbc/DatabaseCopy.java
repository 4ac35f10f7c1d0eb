package io.siyu.house.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All tables of a house as lines of JSON, one for each row. The tables are made by the product's own migrations, so a copy
 * of one make of database can be put into another. Holds its connection, and with it a database in a file, until it is
 * closed.
 */
public final class DatabaseCopy implements AutoCloseable {
    private static final int FETCH = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DataSource database;
    private final Connection connection;

    private DatabaseCopy(DataSource database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /**
     * Connects; a database in a file is nobody else's until this is closed.
     *
     * @throws UnusableDatabaseException when it cannot be reached
     */
    public static DatabaseCopy of(DataSource database) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new DatabaseCopy(database, connection);
        } catch (SQLException away) {
            throw new UnusableDatabaseException(
                    "The house database cannot be opened (" + firstLine(away)
                            + ").\nMaybe Siyu runs and holds it: stop it first; or SIYU_DATABASE names another.",
                    away);
        }
    }

    private static String firstLine(SQLException fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    }

    /** The versions of the migrations that made its tables, in order. */
    public List<String> migrations() {
        return Arrays.stream(
                        Flyway.configure().dataSource(database).load().info().applied())
                .map(MigrationInfo::getVersion)
                .map(MigrationVersion::toString)
                .toList();
    }

    /** Writes every row of every table; tells how many of each. */
    public Map<String, Long> write(Writer out) {
        Map<String, Long> rows = new TreeMap<>();
        try {
            for (String table : Tables.inOrder(connection)) {
                rows.put(table, write(table, out));
            }
            connection.rollback();
            return rows;
        } catch (SQLException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(String table, Writer out) throws SQLException, IOException {
        long rows = 0;
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(FETCH);
            ResultSet row = select.executeQuery("select * from " + table);
            while (row.next()) {
                ObjectNode line = JSON.createObjectNode();
                line.put("table", table);
                line.set("row", read(row));
                out.write(JSON.writeValueAsString(line));
                out.write('\n');
                rows++;
            }
        }
        return rows;
    }

    private static ObjectNode read(ResultSet row) throws SQLException {
        ObjectNode cells = JSON.createObjectNode();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            JsonNode value = Cell.value(row, i, columns.getColumnType(i));
            if (value != null) {
                cells.set(Tables.lower(columns.getColumnName(i)), value);
            }
        }
        return cells;
    }

    /**
     * Refuses a database that is in use.
     *
     * @throws UnusableDatabaseException when there is any table
     */
    public void requireEmpty() {
        try {
            List<String> tables = Tables.inOrder(connection);
            connection.rollback();
            if (!tables.isEmpty()) {
                throw new UnusableDatabaseException("The house database has tables already, such as (" + tables.get(0)
                        + ").\nMaybe name an empty one: a restore replaces nothing.");
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /**
     * Refuses what a newer Siyu wrote.
     *
     * @param migrations as {@link #migrations()} told them of the database that was copied
     * @throws UnusableDatabaseException when this Siyu lacks one of them
     */
    public void requireKnown(List<String> migrations) {
        List<String> unknown = new ArrayList<>(migrations);
        Arrays.stream(Flyway.configure().dataSource(database).load().info().all())
                .forEach(known -> unknown.remove(known.getVersion().toString()));
        if (!unknown.isEmpty()) {
            throw new UnusableDatabaseException("The export was made with tables this Siyu does not know (" + unknown
                    + ").\nMaybe a newer Siyu wrote it; restore it with that one.");
        }
    }

    /** Makes the tables as those migrations do and puts all rows back, or none. */
    public Map<String, Long> read(BufferedReader lines, List<String> migrations) {
        if (!migrations.isEmpty()) {
            String newest = migrations.get(migrations.size() - 1);
            Flyway.configure().dataSource(database).target(newest).load().migrate();
        }
        try (RowReturns returns = new RowReturns(connection)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                returns.add(JSON.readTree(line));
            }
            returns.flush();
            connection.commit();
            returns.numberOn();
            connection.commit();
            return returns.counts();
        } catch (SQLException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnusableDatabaseException broken(SQLException e) {
        return new UnusableDatabaseException(
                "The house database did not answer as it should: " + firstLine(e)
                        + "\nMaybe it was stopped, or its disk is full.",
                e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // why: a database that is already stopped needs no goodbye.
            return;
        }
    }
}
