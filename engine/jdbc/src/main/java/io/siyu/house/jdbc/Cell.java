package io.siyu.house.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What kind of value a column holds, whatever its database calls it, and how that is written as JSON. */
enum Cell {
    TEXT {
        @Override
        JsonNode read(ResultSet row, int column) throws SQLException {
            return JSON.stringNode(row.getString(column));
        }

        @Override
        void put(PreparedStatement insert, int column, JsonNode value) throws SQLException {
            insert.setString(column, value.asString());
        }
    },
    WHOLE {
        @Override
        JsonNode read(ResultSet row, int column) throws SQLException {
            return JSON.numberNode(row.getLong(column));
        }

        @Override
        void put(PreparedStatement insert, int column, JsonNode value) throws SQLException {
            insert.setLong(column, value.asLong());
        }
    },
    TRUTH {
        @Override
        JsonNode read(ResultSet row, int column) throws SQLException {
            return JSON.booleanNode(row.getBoolean(column));
        }

        @Override
        void put(PreparedStatement insert, int column, JsonNode value) throws SQLException {
            insert.setBoolean(column, value.asBoolean());
        }
    },
    TIME {
        @Override
        JsonNode read(ResultSet row, int column) throws SQLException {
            return JSON.stringNode(
                    row.getObject(column, OffsetDateTime.class).toInstant().toString());
        }

        @Override
        void put(PreparedStatement insert, int column, JsonNode value) throws SQLException {
            insert.setObject(column, OffsetDateTime.parse(value.asString()));
        }
    },
    BYTES {
        @Override
        JsonNode read(ResultSet row, int column) throws SQLException {
            return JSON.stringNode(Base64.getEncoder().encodeToString(row.getBytes(column)));
        }

        @Override
        void put(PreparedStatement insert, int column, JsonNode value) throws SQLException {
            insert.setBytes(column, Base64.getDecoder().decode(value.asString()));
        }
    };

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Of a type as JDBC numbers it. */
    static Cell of(int type) {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> WHOLE;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> TIME;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> TEXT;
        };
    }

    /** The value of a cell that is not null. */
    abstract JsonNode read(ResultSet row, int column) throws SQLException;

    /** Puts a value where it was read. */
    abstract void put(PreparedStatement insert, int column, JsonNode value) throws SQLException;

    /** The value, or null for none. */
    static @Nullable JsonNode value(ResultSet row, int column, int type) throws SQLException {
        return row.getObject(column) == null ? null : of(type).read(row, column);
    }
}
