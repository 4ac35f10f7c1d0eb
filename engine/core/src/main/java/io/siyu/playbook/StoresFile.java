package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Position;
import io.siyu.campaign.Store;
import io.siyu.playbook.CsvFile.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code stores.csv}: a row for each store, with columns {@code store}, {@code name}, {@code latitude}, {@code longitude}. */
final class StoresFile {

    private static final String STORE = "store";
    private static final String NAME = "name";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final List<String> COLUMNS = List.of(STORE, NAME, LATITUDE, LONGITUDE);

    private final String file;
    private final Faults faults;
    private final Map<String, Store> stores = new TreeMap<>();
    private final Map<String, Integer> lines = new TreeMap<>();
    private List<String> columns = List.of();

    private StoresFile(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The stores by id; what is wrong with a row leaves out the row. */
    static Map<String, Store> read(String file, byte[] bytes, Faults faults) {
        StoresFile reading = new StoresFile(file, faults);
        CsvFile.read(file, bytes, faults, reading::row);
        return reading.stores;
    }

    private void row(List<Cell> cells) {
        if (columns.isEmpty()) {
            header(cells);
        } else if (columns.contains(STORE)) {
            store(cells);
        }
    }

    private void header(List<Cell> cells) {
        List<String> names = new ArrayList<>();
        for (Cell cell : cells) {
            String name = cell.text();
            if (names.contains(name)) {
                fault(cell, "column", "The column \"" + name + "\" stands twice.\nMaybe delete one of them.");
            } else if (!COLUMNS.contains(name)) {
                // why: a house may keep more about its stores here, but a mistyped column would be lost in silence
                Nearest.to(name, COLUMNS)
                        .ifPresent(near -> fault(
                                cell,
                                "column",
                                "The column \"" + name + "\" is not read.\nMaybe \"" + near + "\" was meant."));
            }
            names.add(name);
        }
        columns = names;
        if (!names.contains(STORE)) {
            fault(
                    cells.get(0),
                    "column",
                    "There is no column \"store\" with the ids that events name.\nMaybe begin with the line \""
                            + String.join(",", COLUMNS) + "\".");
        }
    }

    private void store(List<Cell> cells) {
        String id = text(cells, STORE);
        if (id.isEmpty()) {
            fault(cells.get(0), "id", "The row names no store.\nMaybe write its id, as events do, or delete the row.");
            return;
        }
        Integer first = lines.putIfAbsent(id, cells.get(0).line());
        if (first != null) {
            fault(
                    cells.get(0),
                    "duplicate",
                    "The store \"" + id + "\" is in line " + first + " already.\nMaybe delete one of the two.");
            return;
        }
        String name = text(cells, NAME);
        stores.put(id, new Store(id, name.isEmpty() ? id : name, position(cells)));
    }

    private @Nullable Position position(List<Cell> cells) {
        String latitude = text(cells, LATITUDE);
        String longitude = text(cells, LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        Cell where = cells.get(Math.max(0, Math.min(cells.size() - 1, columns.indexOf(LATITUDE))));
        if (latitude.isEmpty() || longitude.isEmpty()) {
            String missing = latitude.isEmpty() ? LATITUDE : LONGITUDE;
            fault(where, "position", "The store has no " + missing + ".\nMaybe delete the other one, too, or add it.");
            return null;
        }
        try {
            return Position.parse(latitude + "," + longitude);
        } catch (IllegalArgumentException wrong) {
            fault(where, "position", String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private String text(List<Cell> cells, String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index).text();
    }

    private void fault(Cell cell, String code, String message) {
        faults.add(new Diagnostic(file, cell.line(), cell.column(), "stores." + code, message));
    }
}
