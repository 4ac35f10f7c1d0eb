package io.siyu.playbook;

import io.siyu.campaign.Nearest;
import io.siyu.campaign.Position;
import io.siyu.campaign.Store;
import io.siyu.campaign.Unit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code stores.csv}: a row for each store, with columns {@code store}, {@code name}, {@code latitude}, {@code longitude}, {@code unit}. */
final class StoresFile {

    private static final String NAME = "name";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String UNIT = "unit";
    private static final List<String> COLUMNS = List.of("store", NAME, LATITUDE, LONGITUDE, UNIT);

    private final Map<String, Unit> units;

    private StoresFile(Map<String, Unit> units) {
        this.units = units;
    }

    /** The stores by id; what is wrong with a row is left out of it. */
    static Map<String, Store> read(String file, byte[] bytes, Map<String, Unit> units, Faults faults) {
        StoresFile reading = new StoresFile(units);
        Map<String, Store> stores = new TreeMap<>();
        new RegisterTable(file, COLUMNS, faults).read(bytes, (id, row) -> stores.put(id, reading.store(id, row)));
        return stores;
    }

    private Store store(String id, RegisterTable.Row row) {
        if (units.containsKey(id)) {
            row.fault(
                    "store",
                    "duplicate",
                    "A unit has the id \"" + id + "\" already.\nMaybe give the unit another one in units.csv.");
        }
        String name = row.text(NAME);
        return new Store(id, name.isEmpty() ? id : name, position(row), unit(row));
    }

    private @Nullable String unit(RegisterTable.Row row) {
        String unit = row.text(UNIT);
        if (unit.isEmpty() || units.containsKey(unit)) {
            return unit.isEmpty() ? null : unit;
        }
        row.fault(
                UNIT,
                UNIT,
                "There is no unit \"" + unit + "\" in units.csv.\n"
                        + Nearest.maybe(unit, units.keySet(), "add a row for it there."));
        return null;
    }

    private static @Nullable Position position(RegisterTable.Row row) {
        String latitude = row.text(LATITUDE);
        String longitude = row.text(LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            String missing = latitude.isEmpty() ? LATITUDE : LONGITUDE;
            row.fault(
                    LATITUDE,
                    "position",
                    "The store has no " + missing + ".\nMaybe delete the other one, too, or add it.");
            return null;
        }
        try {
            return Position.parse(latitude + "," + longitude);
        } catch (IllegalArgumentException wrong) {
            row.fault(LATITUDE, "position", String.valueOf(wrong.getMessage()));
            return null;
        }
    }
}
