package io.siyu.trace.mapping;

import io.siyu.trace.csv.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in the making while the rows of one event are read; holds no row. */
sealed interface Cell {

    /** Takes one more row. */
    void add(Row row) throws BadRow;

    /** The raw value of all rows so far; null when absent. */
    @Nullable
    Object result();

    /** The value of the first row. */
    final class First implements Cell {

        private final Origin.OfRow value;
        private boolean taken;
        private @Nullable Object result;

        First(Origin.OfRow value) {
            this.value = value;
        }

        @Override
        public void add(Row row) throws BadRow {
            if (!taken) {
                result = value.of(row);
                taken = true;
            }
        }

        @Override
        public @Nullable Object result() {
            return result;
        }
    }

    /** The number of rows. */
    final class Count implements Cell {

        private long rows;

        @Override
        public void add(Row row) {
            rows++;
        }

        @Override
        public Object result() {
            return BigDecimal.valueOf(rows);
        }
    }

    /** One value kept or added up; absent values are passed over. */
    final class Fold implements Cell {

        private final Origin.Aggregate.Kind kind;
        private final Value of;
        private @Nullable Object result;

        Fold(Origin.Aggregate.Kind kind, Value of) {
            this.kind = kind;
            this.of = of;
        }

        @Override
        public void add(Row row) throws BadRow {
            Object next = of.of(row);
            if (next != null) {
                result = result == null ? next : folded(result, next);
            }
        }

        @Override
        public @Nullable Object result() {
            return result;
        }

        private Object folded(Object so, Object next) throws BadRow {
            return switch (kind) {
                case SUM -> number(so).add(number(next));
                case LAST -> next;
                case MIN -> compare(next, so) < 0 ? next : so;
                case MAX -> compare(next, so) > 0 ? next : so;
                case FIRST, COUNT -> so;
            };
        }

        private static BigDecimal number(Object value) throws BadRow {
            return value instanceof BigDecimal number ? number : Numbers.exact(value.toString());
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // why: both values come from one form, so they have one type
        private static int compare(Object left, Object right) {
            return left.getClass() == right.getClass() && left instanceof Comparable ordered
                    ? ordered.compareTo(right)
                    : left.toString().compareTo(right.toString());
        }
    }

    /** A list of objects, one a row. */
    final class Objects implements Cell {

        private final List<Value> fields;
        private final List<Map<String, Object>> result = new ArrayList<>(1);

        Objects(List<Value> fields) {
            this.fields = fields;
        }

        @Override
        public void add(Row row) throws BadRow {
            Map<String, Object> object = new LinkedHashMap<>(fields.size() * 2);
            for (Value field : fields) {
                Object value = field.of(row);
                if (value != null) {
                    object.put(field.name(), value);
                }
            }
            result.add(object);
        }

        @Override
        public Object result() {
            return result;
        }
    }
}
