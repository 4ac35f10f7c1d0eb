package io.siyu.message;

import io.siyu.message.Filters.Filter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Filters on lists. */
final class ListFilters {

    /** Filters whose first parameter names a field of the list's elements. */
    static final Set<String> BY_FIELD = Set.of("map", "where", "sort", "sum");

    private ListFilters() {}

    static Map<String, Filter> all() {
        Map<String, Filter> all = new TreeMap<>();
        all.put("size", Filter.of(Kind.ANY, Kind.NUMBER, (v, given, s) -> size(v)));
        all.put("first", Filter.of(Kind.LIST, Kind.ANY, (v, given, s) -> Worth.ofList(list(v), "first")));
        all.put("last", Filter.of(Kind.LIST, Kind.ANY, (v, given, s) -> Worth.ofList(list(v), "last")));
        all.put(
                "join",
                Filter.of(Kind.LIST, Kind.TEXT, (v, given, s) -> joined(list(v), given), Kind.TEXT)
                        .needing(0));
        all.put("reverse", Filter.of(Kind.LIST, Kind.LIST, (v, given, s) -> reversed(list(v))));
        all.put("uniq", Filter.of(Kind.LIST, Kind.LIST, (v, given, s) -> distinct(list(v))));
        all.put(
                "sort",
                Filter.of(Kind.LIST, Kind.LIST, (v, given, s) -> sorted(list(v), given), Kind.TEXT)
                        .needing(0));
        all.put(
                "map",
                Filter.of(Kind.LIST, Kind.LIST, (v, given, s) -> mapped(list(v), Worth.text(given.get(0))), Kind.TEXT));
        all.put(
                "where",
                Filter.of(Kind.LIST, Kind.LIST, (v, given, s) -> where(list(v), given), Kind.TEXT, Kind.PLAIN));
        all.put(
                "sum",
                Filter.of(Kind.LIST, Kind.NUMBER, (v, given, s) -> sum(list(v), given), Kind.TEXT)
                        .needing(0));
        return all;
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new UnrenderableException("a list where there is none");
    }

    private static Object size(Object value) {
        return value instanceof List<?> list ? BigDecimal.valueOf(list.size()) : Worth.size(Worth.text(value));
    }

    private static String joined(List<?> list, List<Object> given) {
        String between = given.isEmpty() ? " " : Worth.text(given.get(0));
        StringBuilder joined = new StringBuilder();
        for (Object one : list) {
            joined.append(joined.isEmpty() ? "" : between).append(Worth.text(one));
            TextFilters.grown(joined);
        }
        return joined.toString();
    }

    private static List<Object> reversed(List<?> list) {
        List<Object> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Object> distinct(List<?> list) {
        List<Object> distinct = new ArrayList<>();
        for (Object one : list) {
            if (!distinct.contains(one)) {
                distinct.add(one);
            }
        }
        return distinct;
    }

    private static List<Object> sorted(List<?> list, List<Object> given) {
        List<Object> sorted = new ArrayList<>(list);
        if (given.isEmpty()) {
            sorted.sort(Worth::order);
        } else {
            String field = Worth.text(given.get(0));
            sorted.sort((a, b) -> Worth.order(field(a, field), field(b, field)));
        }
        return sorted;
    }

    private static List<Object> mapped(List<?> list, String field) {
        List<Object> mapped = new ArrayList<>();
        for (Object one : list) {
            Object value = field(one, field);
            if (value != null) {
                mapped.add(value);
            }
        }
        return mapped;
    }

    private static List<Object> where(List<?> list, List<Object> given) {
        List<Object> found = new ArrayList<>();
        for (Object one : list) {
            if (Worth.compare("==", field(one, Worth.text(given.get(0))), given.get(1))) {
                found.add(Objects.requireNonNull(one));
            }
        }
        return found;
    }

    private static BigDecimal sum(List<?> list, List<Object> given) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Object one : list) {
            Object value = given.isEmpty() ? one : field(one, Worth.text(given.get(0)));
            sum = value == null ? sum : sum.add(NumberFilters.number(value));
        }
        return sum;
    }

    private static @Nullable Object field(Object one, String name) {
        return one instanceof Map<?, ?> named ? named.get(name) : null;
    }
}
