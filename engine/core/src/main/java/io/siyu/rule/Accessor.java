package io.siyu.rule;

import io.siyu.event.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a condition can read of a fact: {@code total}, {@code member.level}, {@code member.ordersIn("30d")}.
 *
 * @param path as written in DRL, without arguments
 * @param type type of the value; money is minor units, so literals of it are scaled at compile time
 * @param parameters what its arguments are; empty for a plain field
 * @param binding makes the reader for given arguments, already parsed: texts as String, durations as Duration, distances as Distance
 */
public record Accessor(String path, FieldType type, List<Parameter> parameters, Binding binding) {

    /** The kind of one argument. */
    public enum Parameter {
        TEXT("…"),
        /** Written {@code "30d"}, given as {@link java.time.Duration}. */
        DURATION("30d"),
        /** Written {@code "5 km"}, given as {@link io.siyu.campaign.Distance}. */
        DISTANCE("5 km"),
        /** The id of a store that {@code stores.csv} knows with its place. */
        STORE("…"),
        /** The id of a unit that {@code units.csv} knows. */
        UNIT("…"),
        /** The name of a list of members. */
        LIST("…");

        private final String example;

        Parameter(String example) {
            this.example = example;
        }
    }

    /** Binds literal arguments once, at compile time. */
    @FunctionalInterface
    public interface Binding {
        Reader bind(List<Object> arguments);
    }

    /** Reads the value of a fact; null if the fact has none. Pure. */
    @FunctionalInterface
    public interface Reader {
        @Nullable
        Object read(Fact fact);
    }

    public Accessor {
        parameters = List.copyOf(parameters);
    }

    /** The path as a condition writes it, with values for its arguments. */
    public String example() {
        if (parameters.isEmpty()) {
            return path;
        }
        List<String> values = parameters.stream()
                .map(parameter -> '"' + parameter.example + '"')
                .toList();
        return path + "(" + String.join(", ", values) + ")";
    }
}
