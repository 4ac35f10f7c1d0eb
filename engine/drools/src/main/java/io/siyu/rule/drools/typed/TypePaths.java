package io.siyu.rule.drools.typed;

import io.siyu.campaign.Durations;
import io.siyu.campaign.Nearest;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.rule.Accessor;
import io.siyu.rule.FactSchema;
import io.siyu.rule.drools.drl.Condition.Path;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what the paths in a pattern of one event type read. */
final class TypePaths {

    /** How far a rule looks back: a length of time in whole minutes or more, and never nothing. */
    private static final Pattern WINDOW = Pattern.compile("[1-9][0-9]{0,4}[mhdw]");

    private final EventType event;
    private final FactSchema schema;
    private final DrlFaults faults;

    TypePaths(EventType event, FactSchema schema, DrlFaults faults) {
        this.event = event;
        this.schema = schema;
        this.faults = faults;
    }

    /** Whether the path is a field or attribute that ingest splits off into the vault. */
    boolean personal(Path path) {
        int index = event.indexOf(path.name());
        if (index >= 0) {
            return event.fields().get(index).personal();
        }
        return schema.catalogue().memberAttributes().stream()
                .anyMatch(attribute -> attribute.personal() && path.name().equals("member." + attribute.name()));
    }

    /** The term, or nothing if the path or an argument has a fault. */
    Optional<Term> term(Path path) {
        Optional<Accessor> accessor = schema.accessor(event, path.name());
        if (accessor.isEmpty()) {
            unknown(path);
            return Optional.empty();
        }
        return arguments(path, accessor.get()).map(arguments -> term(accessor.get(), arguments));
    }

    private Term term(Accessor accessor, List<Object> arguments) {
        String id = arguments.isEmpty() ? accessor.path() : accessor.path() + "(" + Ids.of(arguments) + ")";
        boolean own = event.indexOf(accessor.path()) >= 0;
        return new Term(id, accessor.type(), accessor.binding().bind(arguments), own);
    }

    private void unknown(Path path) {
        List<String> known =
                new ArrayList<>(event.fields().stream().map(Field::name).toList());
        schema.shared().forEach(accessor -> known.add(accessor.path()));
        String wrong = "The field \"" + path.name() + "\" is not known in " + event.drlName() + ".";
        faults.add(
                path.place(),
                "unknown-field",
                wrong,
                Nearest.maybe(path.name(), known).substring("Maybe ".length()));
    }

    private Optional<List<Object>> arguments(Path path, Accessor accessor) {
        int wanted = accessor.parameters().size();
        List<Literal> given = path.arguments();
        if (given == null ? wanted > 0 : wanted == 0 || given.size() != wanted) {
            String has =
                    wanted == 0 ? "is written without parentheses" : "needs " + wanted + " value(s) in parentheses";
            faults.add(
                    path.place(), "value", "\"" + path.name() + "\" " + has + ".", "write " + example(accessor) + ".");
            return Optional.empty();
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; given != null && i < wanted; i++) {
            Object argument = argument(accessor.parameters().get(i), given.get(i));
            if (argument == null) {
                return Optional.empty();
            }
            arguments.add(argument);
        }
        return Optional.of(arguments);
    }

    private static String example(Accessor accessor) {
        if (accessor.parameters().isEmpty()) {
            return accessor.path();
        }
        List<String> values = accessor.parameters().stream()
                .map(parameter -> parameter == Accessor.Parameter.DURATION ? "\"30d\"" : "\"…\"")
                .toList();
        return accessor.path() + "(" + String.join(", ", values) + ")";
    }

    private @Nullable Object argument(Accessor.Parameter parameter, Literal literal) {
        String text = literal.text();
        if (text == null) {
            faults.add(
                    literal.place(),
                    "type",
                    "Here a text must stand, not " + literal.kind() + ".",
                    "quotes are missing.");
            return null;
        }
        return parameter == Accessor.Parameter.TEXT ? text : window(text, literal);
    }

    private @Nullable Duration window(String text, Literal literal) {
        if (!WINDOW.matcher(text).matches()) {
            faults.add(
                    literal.place(),
                    "value",
                    "\"" + text + "\" is not a length of time.",
                    "write \"30m\", \"72h\", \"3d\" or \"2w\".");
            return null;
        }
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException tooLong) {
            String longest = Durations.text(Durations.LONGEST);
            faults.add(
                    literal.place(), "value", "\"" + text + "\" is longer than " + longest + ".", "the unit is wrong.");
            return null;
        }
    }
}
