package io.siyu.house.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a database's own schema, by names in lower case. */
final class Tables {
    private static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /** All that the product keeps, those first that others refer to. */
    static List<String> inOrder(Connection connection) throws SQLException {
        Map<String, String> kept = kept(connection);
        Set<String> ordered = new LinkedHashSet<>();
        for (String table : kept.keySet()) {
            add(connection, kept, table, ordered);
        }
        return List.copyOf(ordered);
    }

    private static void add(Connection connection, Map<String, String> kept, String table, Set<String> ordered)
            throws SQLException {
        if (ordered.contains(table)) {
            return;
        }
        for (String needed : references(connection, kept.getOrDefault(table, table))) {
            if (!needed.equals(table)) {
                add(connection, kept, needed, ordered);
            }
        }
        ordered.add(table);
    }

    /** By their name in lower case, as the database spells them. */
    private static Map<String, String> kept(Connection connection) throws SQLException {
        Map<String, String> kept = new TreeMap<>();
        String[] types = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet tables = about.getTables(connection.getCatalog(), connection.getSchema(), "%", types)) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!lower(name).equals(HISTORY)) {
                    kept.put(lower(name), name);
                }
            }
        }
        return kept;
    }

    private static List<String> references(Connection connection, String table) throws SQLException {
        List<String> needed = new ArrayList<>();
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet keys = about.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                needed.add(lower(keys.getString("PKTABLE_NAME")));
            }
        }
        return needed;
    }

    /** Columns that number their rows themselves, by table. */
    static Map<String, String> numbered(Connection connection) throws SQLException {
        Map<String, String> numbered = new TreeMap<>();
        DatabaseMetaData about = connection.getMetaData();
        for (Map.Entry<String, String> table : kept(connection).entrySet()) {
            try (ResultSet columns =
                    about.getColumns(connection.getCatalog(), connection.getSchema(), table.getValue(), "%")) {
                while (columns.next()) {
                    if ("YES".equals(columns.getString("IS_AUTOINCREMENT"))) {
                        numbered.put(table.getKey(), lower(columns.getString("COLUMN_NAME")));
                    }
                }
            }
        }
        return numbered;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
