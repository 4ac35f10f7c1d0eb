package io.siyu.web.campaign;

import io.siyu.campaign.Nearest;
import io.siyu.campaign.Registers;
import io.siyu.campaign.Store;
import io.siyu.campaign.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The units and stores of the house, as those see them who adopt campaigns for them. */
final class Organisation {
    private final Registers registers;

    Organisation(Registers registers) {
        this.registers = registers;
    }

    /**
     * A unit or a store.
     *
     * @param depth how many units it is part of
     * @param unit false for a store
     */
    record Place(String id, String name, int depth, boolean unit) {

        /** How many of the units it is part of are shown before its name. */
        public String indent() {
            return "\u2003".repeat(depth);
        }
    }

    /** The units, each with its stores and units behind it, and the stores of no unit; empty when nobody wrote any down. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        below(null, 0, places);
        return List.copyOf(places);
    }

    private void below(@Nullable String parent, int depth, List<Place> places) {
        for (Unit unit : registers.units().values()) {
            if (same(parent, unit.parent())) {
                places.add(new Place(unit.id(), unit.name(), depth, true));
                below(unit.id(), depth + 1, places);
            }
        }
        for (Store store : registers.stores().values()) {
            if (same(parent, store.unit())) {
                places.add(new Place(store.id(), store.name(), depth, false));
            }
        }
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    /** What people call a place; its id when nobody wrote it down. */
    String name(String place) {
        Unit unit = registers.units().get(place);
        Store store = registers.stores().get(place);
        return unit != null ? unit.name() : store != null ? store.name() : place;
    }

    /**
     * The conditions that hold for what is a place's own.
     *
     * @param member of members who were there last
     * @param community of communities of it
     * @param store of events about it
     */
    record Own(String member, String community, String store) {}

    /**
     * What is a place's own.
     *
     * @throws IllegalArgumentException when the house has written its stores down, and not this one
     */
    Own own(String place) {
        String quoted = '"' + place + '"';
        if (registers.units().containsKey(place)) {
            String within = "(" + quoted + ") == true";
            return new Own("member.lastStoreIn" + within, "community.storeIn" + within, "store.in" + within);
        }
        if (!registers.stores().isEmpty() && !registers.stores().containsKey(place)) {
            TreeSet<String> known = new TreeSet<>(registers.stores().keySet());
            known.addAll(registers.units().keySet());
            throw new IllegalArgumentException("The house has no store or unit \"" + place + "\".\n"
                    + Nearest.maybe(place, known, "it is missing in stores.csv."));
        }
        return new Own("member.lastStore == " + quoted, "community.store == " + quoted, "store.id == " + quoted);
    }
}
