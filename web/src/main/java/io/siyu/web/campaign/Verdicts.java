package io.siyu.web.campaign;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which field of a form each fault of its file is about. Pure. */
final class Verdicts {
    private final List<Place> places = new ArrayList<>();
    private final Map<String, List<String>> byField = new TreeMap<>();
    private final Set<String> own = new TreeSet<>();

    /** Where a value begins. */
    private record Place(int line, int column, String pointer) {
        boolean isBefore(Diagnostic fault) {
            return line < fault.line() || (line == fault.line() && column <= fault.column());
        }
    }

    private Verdicts(CampaignText text) {
        text.node("").ifPresent(root -> find(root, ""));
    }

    /**
     * What is wrong by field; a fault of what no field shows is told at the first beside it.
     *
     * @param faults those of this file
     */
    static Verdicts of(CampaignText text, List<Diagnostic> faults, List<FormField> fields) {
        Verdicts verdicts = new Verdicts(text);
        for (Diagnostic fault : faults) {
            String pointer = verdicts.pointer(fault);
            String field = field(pointer, fields);
            if (pointer.equals(field) || pointer.startsWith(field + "/")) {
                verdicts.own.add(field);
            }
            if (!pointer.isEmpty() && !field.isEmpty()) {
                verdicts.byField
                        .computeIfAbsent(field, none -> new ArrayList<>())
                        .add(fault.message());
            }
        }
        return verdicts;
    }

    /** What is told at a field. */
    List<String> told(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** Whether something is wrong with the very value of a field. */
    boolean isWrong(String field) {
        return own.contains(field);
    }

    private void find(YamlNode node, String at) {
        places.add(new Place(node.line(), node.column(), at));
        if (node instanceof YamlNode.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                find(items.items().get(i), at + "/" + i);
            }
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.values().forEach((name, value) -> {
                String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
                Optional.ofNullable(mapping.keys().get(name))
                        .ifPresent(key -> places.add(new Place(key.line(), key.column(), pointer)));
                find(value, pointer);
            });
        }
    }

    /** The pointer of the last value that begins before the fault, which is the innermost around it. */
    private String pointer(Diagnostic fault) {
        return places.stream()
                .filter(place -> place.isBefore(fault))
                .reduce((one, other) -> other)
                .map(Place::pointer)
                .orElse("");
    }

    /** The field of this value or of what holds it; else the first of what it, or what it stands in, holds. */
    private static String field(String pointer, List<FormField> fields) {
        return fields.stream()
                .map(FormField::pointer)
                .filter(field -> pointer.equals(field) || pointer.startsWith(field + "/"))
                .reduce((one, other) -> other.length() > one.length() ? other : one)
                .orElseGet(() -> first(pointer, fields));
    }

    private static String first(String pointer, List<FormField> fields) {
        if (pointer.isEmpty() || pointer.equals("/steps")) {
            return "";
        }
        return fields.stream()
                .map(FormField::pointer)
                .filter(field -> field.startsWith(pointer + "/"))
                .findFirst()
                .orElseGet(() -> first(pointer.substring(0, pointer.lastIndexOf('/')), fields));
    }
}
