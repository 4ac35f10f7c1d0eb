package io.siyu.rule;

import io.siyu.event.FieldType;
import io.siyu.rule.Accessor.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What conditions ask of a moment, each with a length of time: {@code lastOrderAt.within("3d")}.
 *
 * <table>
 *   <caption>Questions</caption>
 *   <tr><td>{@code within}</td><td>in the time of that length that ends now; its beginning is left out</td></tr>
 *   <tr><td>{@code olderThan}</td><td>at or before that beginning</td></tr>
 *   <tr><td>{@code dueWithin}</td><td>still to come, and not later than that long from now</td></tr>
 * </table>
 */
public final class Moments {

    private static final Map<String, Question> QUESTIONS = new TreeMap<>(Map.of(
            "within", (moment, now, length) -> !moment.isAfter(now) && moment.isAfter(now.minus(length)),
            "olderThan", (moment, now, length) -> !moment.isAfter(now.minus(length)),
            "dueWithin", (moment, now, length) -> moment.isAfter(now) && !moment.isAfter(now.plus(length))));

    @FunctionalInterface
    private interface Question {
        boolean holds(Instant moment, Instant now, Duration length);
    }

    private Moments() {}

    /** The words behind the dot, sorted. */
    public static List<String> words() {
        return List.copyOf(QUESTIONS.keySet());
    }

    /** What {@code known} finds, or a question about a moment it finds. */
    static Optional<Accessor> accessor(String path, Function<String, Optional<Accessor>> known) {
        Optional<Accessor> plain = known.apply(path);
        int dot = path.lastIndexOf('.');
        Question question = dot < 0 ? null : QUESTIONS.get(path.substring(dot + 1));
        if (plain.isPresent() || question == null) {
            return plain;
        }
        return known.apply(path.substring(0, dot))
                .filter(moment -> moment.type() == FieldType.INSTANT
                        && moment.parameters().isEmpty())
                .map(moment -> asking(path, moment, question));
    }

    private static Accessor asking(String path, Accessor moment, Question question) {
        Accessor.Reader reader = moment.binding().bind(List.of());
        return new Accessor(path, FieldType.BOOLEAN, List.of(Parameter.DURATION), arguments -> {
            Duration length = (Duration) arguments.get(0);
            return fact -> reader.read(fact) instanceof Instant at ? question.holds(at, fact.at(), length) : null;
        });
    }
}
