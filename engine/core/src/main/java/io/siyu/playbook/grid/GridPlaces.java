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

    /** In no row. */
    private static final int ELSEWHERE = -1;

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
        Optional<YamlNode> root = Yaml.read(file, text, new Faults());
        root.ifPresent(campaign -> channel(campaign, rows));
        Optional<YamlNode> steps = root.flatMap(campaign -> campaign.child("steps"));
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
        return found == null || found.row() == ELSEWHERE
                ? fault
                : headings.place(sheet, found.row(), found.heading()).fault(fault.code(), fault.message());
    }

    /** The campaign's own channel is that of the first row that names it. */
    private void channel(YamlNode campaign, List<Row> rows) {
        Optional<YamlNode> channel = campaign.child("channel");
        if (channel.isPresent() && channel.get() instanceof YamlNode.Text named) {
            rows.stream()
                    .filter(row ->
                            headings.cell(sheet, row.number(), Heading.CHANNEL).equals(named.text()))
                    .findFirst()
                    .ifPresent(row -> {
                        places.add(new Place(named.line(), named.column(), row.number(), Heading.CHANNEL));
                        places.add(new Place(named.line() + 1, 0, ELSEWHERE, Heading.CHANNEL));
                    });
        }
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
