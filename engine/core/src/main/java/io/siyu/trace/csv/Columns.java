package io.siyu.trace.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The named columns of the rows of one source, in order. */
public final class Columns {

    private final List<String> names;
    private final Map<String, Integer> index = new HashMap<>();

    Columns(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            index.putIfAbsent(names.get(i), i);
        }
    }

    public List<String> names() {
        return names;
    }

    /** The position of a column, or -1. */
    public int indexOf(String name) {
        return index.getOrDefault(name, -1);
    }

    /** These columns followed by others. */
    Columns and(List<String> more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(more);
        return new Columns(all);
    }
}
