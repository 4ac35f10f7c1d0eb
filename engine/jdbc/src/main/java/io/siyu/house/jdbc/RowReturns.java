package io.siyu.house.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Puts rows back into tables, in batches. */
final class RowReturns implements AutoCloseable {
    private static final int BATCH = 500;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Connection connection;
    private final Map<String, Map<String, Cell>> columns = new HashMap<>();
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private String last = "";
    private int waiting;

    RowReturns(Connection connection) throws SQLException {
        this.connection = connection;
        for (String table : Tables.inOrder(connection)) {
            columns.put(table, columns(table));
            counts.put(table, 0L);
        }
    }

    private Map<String, Cell> columns(String table) throws SQLException {
        Map<String, Cell> cells = new HashMap<>();
        try (Statement select = connection.createStatement();
                ResultSet none = select.executeQuery("select * from " + table + " where 1 = 0")) {
            ResultSetMetaData about = none.getMetaData();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                cells.put(Tables.lower(about.getColumnName(i)), Cell.of(about.getColumnType(i)));
            }
        }
        return cells;
    }

    /** How many rows of each table. */
    Map<String, Long> counts() {
        return counts;
    }

    void add(JsonNode line) throws SQLException {
        String table = line.path("table").asString("");
        Map<String, Cell> cells = columns.getOrDefault(table, Map.of());
        List<String> names = List.copyOf(line.path("row").propertyNames());
        if (names.isEmpty()
                || !cells.keySet().containsAll(names)
                || !NAME.matcher(table).matches()) {
            throw new UnusableDatabaseException("The export has a row of (" + table
                    + ") that the tables here cannot take.\nMaybe it was changed by hand.");
        }
        String sql = "insert into " + table + " (" + String.join(", ", names) + ") values ("
                + "?, ".repeat(names.size() - 1) + "?)";
        // why: rows of one table before those of the next, which may refer to them.
        if (!sql.equals(last) || waiting == BATCH) {
            flush();
            last = sql;
        }
        PreparedStatement insert = insert(sql);
        for (int i = 0; i < names.size(); i++) {
            Cell cell = cells.getOrDefault(names.get(i), Cell.TEXT);
            cell.put(insert, i + 1, line.path("row").path(names.get(i)));
        }
        insert.addBatch();
        waiting++;
        counts.merge(table, 1L, Long::sum);
    }

    private PreparedStatement insert(String sql) throws SQLException {
        PreparedStatement known = inserts.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            inserts.put(sql, known);
        }
        return known;
    }

    /** Writes what waits. */
    void flush() throws SQLException {
        if (waiting > 0) {
            insert(last).executeBatch();
            waiting = 0;
        }
    }

    /** Has columns that number rows go on behind the highest. */
    void numberOn() throws SQLException {
        for (Map.Entry<String, String> numbered : Tables.numbered(connection).entrySet()) {
            String table = numbered.getKey();
            String column = numbered.getValue();
            try (Statement statement = connection.createStatement()) {
                ResultSet highest = statement.executeQuery("select coalesce(max(" + column + "), 0) from " + table);
                highest.next();
                long next = highest.getLong(1) + 1;
                statement.execute("alter table " + table + " alter column " + column + " restart with " + next);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.close();
        }
    }
}
