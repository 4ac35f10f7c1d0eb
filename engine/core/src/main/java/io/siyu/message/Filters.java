package io.siyu.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The filters texts may use; none of them reads a clock, a file or anything but what it is handed. */
final class Filters {

    /** The filter that needs no value to begin with. */
    static final String DEFAULT = "default";

    private static final Map<String, Filter> ALL = all();

    private Filters() {}

    /** What a filter does to a value that is there. */
    @FunctionalInterface
    interface Work {
        @Nullable
        Object done(Object value, List<Object> given, Seen seen);
    }

    /**
     * One filter.
     *
     * @param input what it works on
     * @param output what it makes; {@link Kind#ANY} when that depends on the input
     * @param parameters what stands behind the colon, in order
     * @param required how many of the parameters must be given
     */
    record Filter(Kind input, Kind output, List<Kind> parameters, int required, Work work) {

        /** A filter that needs all its parameters. */
        static Filter of(Kind input, Kind output, Work work, Kind... parameters) {
            return new Filter(input, output, List.of(parameters), parameters.length, work);
        }

        /** The same filter when only so many of its parameters must be given. */
        Filter needing(int few) {
            return new Filter(input, output, parameters, few, work);
        }

        @Nullable
        Object apply(Object value, List<Object> given, Seen seen) {
            return work.done(value, given, seen);
        }
    }

    private static Map<String, Filter> all() {
        Map<String, Filter> all = new TreeMap<>();
        all.put(DEFAULT, Filter.of(Kind.ANY, Kind.ANY, (value, given, seen) -> value, Kind.PLAIN));
        all.putAll(TextFilters.all());
        all.putAll(NumberFilters.all());
        all.putAll(ListFilters.all());
        all.put(
                "money",
                Filter.of(
                        Kind.NUMBER,
                        Kind.TEXT,
                        (value, given, seen) -> seen.tongue().money(NumberFilters.number(value))));
        all.put(
                "date",
                Filter.of(Kind.MOMENT, Kind.TEXT, Filters::date, Kind.TEXT).needing(0));
        all.put(Links.FILTER, Filter.of(Kind.TEXT, Kind.TEXT, (value, given, seen) -> seen.linked(Worth.text(value))));
        return all;
    }

    private static @Nullable Object date(Object value, List<Object> given, Seen seen) {
        var moment = Worth.moment(value);
        if (moment == null) {
            return null;
        }
        boolean day = Worth.text(value).length() == "yyyy-MM-dd".length();
        String form = given.isEmpty() ? (day ? "date" : "datetime") : Worth.text(given.get(0));
        return seen.tongue().moment(moment, form);
    }

    static @Nullable Filter find(String name) {
        return ALL.get(name);
    }

    static Filter require(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    static Collection<String> names() {
        return ALL.keySet();
    }
}
