package io.siyu.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults met so far in one event, and where in it the reading stands. */
final class Reasons {

    private static final int MOST = 20;

    private @Nullable List<Reason> found;
    private String base = "";
    private @Nullable String list;
    private int item;

    /** From now on pointers are below this one. */
    void enter(String pointer) {
        base = pointer;
        list = null;
    }

    /** From now on pointers are below an item of a list of this object. */
    void enterItem(String field, int index) {
        list = field;
        item = index;
    }

    void leaveItem() {
        list = null;
    }

    void add(String name, String code, String message, String maybe) {
        if (found == null) {
            found = new ArrayList<>();
        }
        if (found.size() < MOST) {
            String within = list == null ? "" : "/" + escaped(list) + "/" + item;
            String last = name.isEmpty() ? "" : "/" + escaped(name);
            found.add(new Reason(base + within + last, code, message + "\nMaybe " + maybe));
        }
    }

    boolean isEmpty() {
        return found == null;
    }

    List<Reason> list() {
        return found == null ? List.of() : found;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
