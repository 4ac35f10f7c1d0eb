package io.siyu.rule.drools.typed;

import io.siyu.campaign.Nearest;
import io.siyu.campaign.Whom;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.rule.Accessor;
import io.siyu.rule.Moments;
import io.siyu.rule.drools.drl.Condition.Path;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.JavaHabits;
import io.siyu.rule.drools.drl.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the paths in a pattern of one event type read. */
final class TypePaths {
    private final Scope scope;
    private final DrlFaults faults;
    private final TypeArguments typing;

    TypePaths(Scope scope, DrlFaults faults) {
        this.scope = scope;
        this.faults = faults;
        this.typing = new TypeArguments(scope.registers(), faults);
    }

    /** The field or attribute the path reads, if ingest splits it off into the vault. */
    Optional<Field> personal(Path path) {
        return scope.personal(path.name());
    }

    /** The term, or nothing if the path or an argument has a fault. */
    Optional<Term> term(Path path) {
        Optional<Accessor> accessor = scope.accessor(path.name());
        if (accessor.isEmpty()) {
            unknown(path);
            return Optional.empty();
        }
        if (asksForStore(path) && !scope.tellsStore()) {
            faults.add(
                    path.place(),
                    "never-holds",
                    "\"" + path.name() + "\" asks for the store of the event, and " + scope.name() + " names none.",
                    "ask it where the event itself is looked at, or name the store: member.near(\"…\", \"5 km\").");
            return Optional.empty();
        }
        return arguments(path, accessor.get()).map(arguments -> term(accessor.get(), arguments));
    }

    private static boolean asksForStore(Path path) {
        return Whom.CALLING.contains(path.name())
                || path.name().equals("community.ofStore")
                || path.name().startsWith("store.");
    }

    private Term term(Accessor accessor, List<Object> arguments) {
        String id = arguments.isEmpty() ? accessor.path() : accessor.path() + "(" + Ids.of(arguments) + ")";
        return new Term(id, accessor.type(), accessor.binding().bind(arguments), scope.field(accessor.path()) != null);
    }

    private void unknown(Path path) {
        String name = path.name();
        if (getter(path) || parent(path)) {
            return;
        }
        int dot = name.lastIndexOf('.');
        Optional<Accessor> asked =
                Optional.of(name.substring(0, Math.max(0, dot))).flatMap(scope::accessor);
        if (asked.isPresent()) {
            String word = name.substring(dot + 1);
            faults.add(path.place(), "unknown-field", notAsked(asked.get(), word), maybe(asked.get(), word));
            return;
        }
        String wrong = "The field \"" + name + "\" is not known in " + scope.name() + ".";
        faults.add(
                path.place(),
                "unknown-field",
                wrong,
                dot > 0 && scope instanceof KeptScope
                        ? "it belongs into the pattern of the event; here " + scope.name() + "'s own fields stand."
                        : Nearest.maybe(name, scope.known()).substring("Maybe ".length()));
    }

    /** Whether a getter's field is known, which is told then. */
    private boolean getter(Path path) {
        Optional<String> field = JavaHabits.property(path.name())
                .filter(property -> scope.accessor(property).isPresent());
        field.ifPresent(property -> faults.add(
                path.place(),
                "unknown-field",
                "\"" + path.name() + "\" is a method; conditions name fields.",
                "write " + property + "."));
        return field.isPresent();
    }

    /** Whether the name is only the beginning of fields, which is told then. */
    private boolean parent(Path path) {
        List<String> below = scope.known().stream()
                .filter(known -> known.startsWith(path.name() + "."))
                .toList();
        if (!below.isEmpty()) {
            faults.add(
                    path.place(),
                    "unknown-field",
                    "\"" + path.name() + "\" has fields; it is no value itself.",
                    "one of these was meant: " + String.join(", ", below) + ".");
        }
        return !below.isEmpty();
    }

    private static String notAsked(Accessor of, String word) {
        return "\"" + of.path() + "\" is " + Words.of(of.type()) + "; it has no \"" + word + "\".";
    }

    private static String maybe(Accessor of, String word) {
        Optional<String> habit = JavaHabits.instead("." + word);
        if (habit.isPresent() && of.type() != FieldType.INSTANT) {
            return habit.get();
        }
        return of.type() == FieldType.INSTANT
                ? Nearest.maybe(word, Moments.words()).substring("Maybe ".length())
                : Words.instead(of.type());
    }

    private Optional<List<Object>> arguments(Path path, Accessor accessor) {
        int wanted = accessor.parameters().size();
        List<Literal> given = path.arguments();
        if (given == null ? wanted > 0 : wanted == 0 || given.size() != wanted) {
            String has =
                    wanted == 0 ? "is written without parentheses" : "needs " + wanted + " value(s) in parentheses";
            faults.add(
                    path.place(), "value", "\"" + path.name() + "\" " + has + ".", "write " + accessor.example() + ".");
            return Optional.empty();
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; given != null && i < wanted; i++) {
            Object argument = typing.argument(accessor.parameters().get(i), given.get(i));
            if (argument == null) {
                return Optional.empty();
            }
            arguments.add(argument);
        }
        return Optional.of(arguments);
    }
}
