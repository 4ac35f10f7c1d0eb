package io.siyu.campaign;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a house has written down beside its rules: its stores, the units they belong to, and its lists of members.
 *
 * @param checked false where a rule is read alone and any unit, store or list will do
 * @param units by id; none is part of itself, and every parent is there
 * @param stores by id
 * @param lists by name
 */
public record Registers(
        boolean checked, Map<String, Unit> units, Map<String, Store> stores, Map<String, MemberList> lists) {

    /** Nothing is known, and any name will do. */
    public static final Registers UNCHECKED = new Registers(false, Map.of(), Map.of(), Map.of());

    public Registers {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        stores = Collections.unmodifiableMap(new TreeMap<>(stores));
        lists = Collections.unmodifiableMap(new TreeMap<>(lists));
    }

    /** Where a store is; null when nobody wrote it down. */
    public @Nullable Position position(@Nullable String store) {
        Store known = store == null ? null : stores.get(store);
        return known == null ? null : known.position();
    }

    /** The ids of the stores that belong to a unit or to a unit of its, however deep. */
    public Set<String> storesOf(String unit) {
        Set<String> within = new TreeSet<>();
        stores.values().stream().filter(store -> isWithin(store.unit(), unit)).forEach(store -> within.add(store.id()));
        return within;
    }

    private boolean isWithin(@Nullable String unit, String wanted) {
        Unit at = unit == null ? null : units.get(unit);
        while (at != null && !at.id().equals(wanted)) {
            at = at.parent() == null ? null : units.get(at.parent());
        }
        return at != null;
    }
}
