package io.siyu.playbook;

import io.siyu.campaign.Nearest;
import io.siyu.campaign.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code units.csv}: a row for each region, franchisee or other part of the house, with columns {@code unit}, {@code name}, {@code parent}. */
final class UnitsFile {

    private static final String NAME = "name";
    private static final String PARENT = "parent";

    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, RegisterTable.Row> rows = new TreeMap<>();

    private UnitsFile() {}

    /** The units by id; a parent that is not there, or that makes a unit part of itself, is left out. */
    static Map<String, Unit> read(String file, byte[] bytes, Faults faults) {
        UnitsFile reading = new UnitsFile();
        new RegisterTable(file, List.of("unit", NAME, PARENT), faults).read(bytes, reading::unit);
        reading.rows.forEach(reading::checkParent);
        return reading.units;
    }

    private void unit(String id, RegisterTable.Row row) {
        String name = row.text(NAME);
        String parent = row.text(PARENT);
        units.put(id, new Unit(id, name.isEmpty() ? id : name, parent.isEmpty() ? null : parent));
        rows.put(id, row);
    }

    private void checkParent(String id, RegisterTable.Row row) {
        Unit unit = units.get(id);
        String parent = unit == null ? null : unit.parent();
        if (unit == null || parent == null) {
            return;
        }
        String wrong = units.containsKey(parent)
                ? isPartOfItself(unit)
                        ? "The unit \"" + id + "\" would be part of itself.\nMaybe another unit is its parent, or none."
                        : null
                : "There is no unit \"" + parent + "\".\n"
                        + Nearest.maybe(parent, units.keySet(), "add a row for it, or leave the cell empty.");
        if (wrong != null) {
            row.fault(PARENT, PARENT, wrong);
            units.put(id, new Unit(id, unit.name(), null));
        }
    }

    private boolean isPartOfItself(Unit unit) {
        Set<String> seen = new TreeSet<>();
        @Nullable Unit at = unit;
        while (at != null && seen.add(at.id())) {
            at = at.parent() == null ? null : units.get(at.parent());
        }
        return at != null;
    }
}
