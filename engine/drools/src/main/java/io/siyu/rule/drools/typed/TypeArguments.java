package io.siyu.rule.drools.typed;

import io.siyu.campaign.Distance;
import io.siyu.campaign.Durations;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Registers;
import io.siyu.campaign.Store;
import io.siyu.rule.Accessor.Parameter;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Literal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the parentheses of a helper: texts, lengths of time, distances, stores, units and lists. */
final class TypeArguments {

    /** How far a rule looks back: a length of time in whole minutes or more, and never nothing. */
    private static final Pattern WINDOW = Pattern.compile("[1-9][0-9]{0,4}[mhdw]");

    private final Registers registers;
    private final DrlFaults faults;

    TypeArguments(Registers registers, DrlFaults faults) {
        this.registers = registers;
        this.faults = faults;
    }

    /** The value, or nothing if it has a fault. */
    @Nullable
    Object argument(Parameter parameter, Literal literal) {
        String text = literal.text();
        if (text == null) {
            faults.add(
                    literal.place(),
                    "type",
                    "Here a text must stand, not " + literal.kind() + ".",
                    "quotes are missing.");
            return null;
        }
        return switch (parameter) {
            case TEXT -> text;
            case DURATION -> window(text, literal);
            case DISTANCE -> distance(text, literal);
            case STORE -> store(text, literal);
            case UNIT -> unit(text, literal);
            case LIST -> list(text, literal);
        };
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

    private @Nullable Distance distance(String text, Literal literal) {
        try {
            return Distance.parse(text);
        } catch (IllegalArgumentException wrong) {
            String[] parts = String.valueOf(wrong.getMessage()).split("\nMaybe ", 2);
            faults.add(
                    literal.place(),
                    "value",
                    "\"" + text + "\" is no distance here: " + parts[0],
                    parts[parts.length - 1]);
            return null;
        }
    }

    private @Nullable String store(String id, Literal literal) {
        if (!registers.checked()) {
            return id;
        }
        Store store = registers.stores().get(id);
        if (store == null) {
            String maybe = registers.stores().isEmpty()
                    ? "write it into stores.csv, with latitude and longitude."
                    : near(id, registers.stores().keySet(), "it is missing in stores.csv.");
            faults.add(literal.place(), "unknown-store", "The playbook has no store \"" + id + "\".", maybe);
            return null;
        }
        if (store.position() == null) {
            faults.add(
                    literal.place(),
                    "store-without-place",
                    "Nobody wrote down where the store \"" + id + "\" is.",
                    "add its latitude and longitude to stores.csv.");
            return null;
        }
        return id;
    }

    private @Nullable String unit(String id, Literal literal) {
        if (!registers.checked() || registers.units().containsKey(id)) {
            return id;
        }
        String maybe = near(id, registers.units().keySet(), "it is missing in units.csv.");
        faults.add(literal.place(), "unknown-unit", "The playbook has no unit \"" + id + "\".", maybe);
        return null;
    }

    private @Nullable String list(String name, Literal literal) {
        if (!registers.checked() || registers.lists().containsKey(name)) {
            return name;
        }
        String maybe = near(name, registers.lists().keySet(), "the file lists/" + name + ".csv is missing.");
        faults.add(literal.place(), "unknown-list", "The playbook has no list \"" + name + "\".", maybe);
        return null;
    }

    private static String near(String word, Set<String> known, String otherwise) {
        return Nearest.to(word, known)
                .map(near -> "\"" + near + "\" was meant.")
                .orElse(otherwise);
    }
}
