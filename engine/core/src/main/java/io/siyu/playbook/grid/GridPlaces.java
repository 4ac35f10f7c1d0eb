package io.siyu.playbook.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Yaml;
import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells faults of the campaign that a grid becomes in the cell they come from. */
final class GridPlaces {

    private final String file;
    private final Sheet sheet;
    private final Headings headings;
    private final List<Place> places = new ArrayList<>();

    private record Place(int line, int column, int row, Heading heading) {}

    /**
     * @param file path of the campaign
     * @param text what the grid made of it
     * @param rows its steps, in their order
     */
    GridPlaces(String file, String text, Sheet sheet, Headings headings, List<Row> rows) {
        this.file = file;
        this.sheet = sheet;
        this.headings = headings;
        Optional<YamlNode> steps = Yaml.read(file, text, new Faults()).flatMap(root -> root.child("steps"));
        if (steps.isPresent() && steps.get() instanceof YamlNode.Items items) {
            for (int step = 0; step < Math.min(rows.size(), items.items().size()); step++) {
                if (items.items().get(step) instanceof YamlNode.Mapping mapping) {
                    step(mapping, rows.get(step).number());
                }
            }
        }
        places.sort(Comparator.comparingInt(Place::line).thenComparingInt(Place::column));
    }

    /** The fault with its cell; as it is when it lies outside of the steps. */
    Diagnostic told(Diagnostic fault) {
        if (!fault.file().equals(file) || fault.line() == 0) {
            return fault;
        }
        Place found = null;
        for (Place place : places) {
            boolean before = place.line() < fault.line()
                    || (place.line() == fault.line() && place.column() <= Math.max(1, fault.column()));
            found = before ? place : found;
        }
        return found == null
                ? fault
                : headings.place(sheet, found.row(), found.heading()).fault(fault.code(), fault.message());
    }

    private void step(YamlNode.Mapping step, int row) {
        step.keys().forEach((name, key) -> {
            places.add(new Place(key.line(), key.column(), row, heading(name)));
            if (name.equals("text") && step.values().get(name) instanceof YamlNode.Mapping languages) {
                languages
                        .keys()
                        .forEach((language, at) ->
                                places.add(new Place(at.line(), at.column(), row, Heading.text(language))));
            }
        });
    }

    private static Heading heading(String key) {
        for (Column column : Column.values()) {
            if (column.key().equals(key)) {
                return Heading.of(column);
            }
        }
        return Heading.STEP;
    }
}
