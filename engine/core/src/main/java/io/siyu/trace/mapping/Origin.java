package io.siyu.trace.mapping;

import io.siyu.trace.csv.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a value of an event comes from. */
sealed interface Origin {

    /** The columns it reads. */
    List<String> columns();

    /** A place that takes the rows of one event, a single row when they are not grouped. */
    Cell cell();

    /** The same for every event. */
    record Constant(Object value) implements Origin {
        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Cell cell() {
            return new Cell.First(row -> value);
        }
    }

    /** The value of one column. */
    record Column(String column) implements Origin {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public Cell cell() {
            return new Cell.First(row -> row.get(column));
        }
    }

    /** Text with columns in it. */
    record Filled(Template template) implements Origin {
        @Override
        public List<String> columns() {
            return template.columns();
        }

        @Override
        public Cell cell() {
            return new Cell.First(row -> template.fill(row::get));
        }
    }

    /** A computed value. */
    record Computed(Expression expression) implements Origin {
        @Override
        public List<String> columns() {
            return expression.columns();
        }

        @Override
        public Cell cell() {
            return new Cell.First(expression::of);
        }
    }

    /** One value out of all rows of a group. */
    record Aggregate(Kind kind, @Nullable Value of) implements Origin {

        /** How rows become one value. */
        enum Kind {
            SUM,
            COUNT,
            FIRST,
            LAST,
            MIN,
            MAX;

            /** Whether each row's value is read in the form of the result before it is taken. */
            boolean readsRows() {
                return this == SUM || this == MIN || this == MAX;
            }
        }

        @Override
        public List<String> columns() {
            return of == null ? List.of() : of.columns();
        }

        @Override
        public Cell cell() {
            return of == null ? new Cell.Count() : new Cell.Fold(kind, of);
        }
    }

    /** A list with one object for each row of a group. */
    record Collect(Map<String, Value> fields) implements Origin {

        public Collect {
            fields = new LinkedHashMap<>(fields);
        }

        @Override
        public List<String> columns() {
            return fields.values().stream()
                    .flatMap(value -> value.columns().stream())
                    .toList();
        }

        @Override
        public Cell cell() {
            return new Cell.Objects(fields);
        }
    }

    /** A value computed from a single row. */
    interface OfRow {
        @Nullable
        Object of(Row row) throws BadRow;
    }
}
