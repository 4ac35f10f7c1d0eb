package io.siyu.trace.mapping;

import io.siyu.trace.csv.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a value of an event comes from. */
sealed interface Origin {

    /** The columns it reads. */
    List<String> columns();

    /** A place that takes the rows of one event, a single row when they are not grouped. */
    Cell cell();

    /** A value of a single row; in a group, of its first row. */
    sealed interface OfRow extends Origin {

        @Nullable
        Object of(Row row) throws BadRow;

        @Override
        default Cell cell() {
            return new Cell.First(this);
        }
    }

    /** The same for every event. */
    record Constant(Object value) implements OfRow {
        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Object of(Row row) {
            return value;
        }
    }

    /** The value of one column. */
    record Column(String column) implements OfRow {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public @Nullable Object of(Row row) {
            return row.get(column);
        }
    }

    /** Text with columns in it. */
    record Filled(Template template) implements OfRow {
        @Override
        public List<String> columns() {
            return template.columns();
        }

        @Override
        public @Nullable Object of(Row row) {
            return template.fill(row::get);
        }
    }

    /** A computed value. */
    record Computed(Expression expression) implements OfRow {
        @Override
        public List<String> columns() {
            return expression.columns();
        }

        @Override
        public @Nullable Object of(Row row) throws BadRow {
            return expression.of(row);
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
    record Collect(List<Value> fields) implements Origin {

        public Collect {
            fields = List.copyOf(fields);
        }

        @Override
        public List<String> columns() {
            return fields.stream().flatMap(value -> value.columns().stream()).toList();
        }

        @Override
        public Cell cell() {
            return new Cell.Objects(fields);
        }
    }
}
