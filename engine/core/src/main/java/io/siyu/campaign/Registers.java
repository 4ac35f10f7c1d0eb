package io.siyu.campaign;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a house has written down beside its rules: its stores and its lists of members.
 *
 * @param checked false where a rule is read alone and any store or list will do
 * @param stores by id
 * @param lists by name
 */
public record Registers(boolean checked, Map<String, Store> stores, Map<String, MemberList> lists) {

    /** Nothing is known, and any name will do. */
    public static final Registers UNCHECKED = new Registers(false, Map.of(), Map.of());

    public Registers {
        stores = Collections.unmodifiableMap(new TreeMap<>(stores));
        lists = Collections.unmodifiableMap(new TreeMap<>(lists));
    }

    /** Where a store is; null when nobody wrote it down. */
    public @Nullable Position position(@Nullable String store) {
        Store known = store == null ? null : stores.get(store);
        return known == null ? null : known.position();
    }
}
