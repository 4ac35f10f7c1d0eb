package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** The faults found so far while reading files, so that an author sees all of them at once. */
public final class Faults {

    private final List<Diagnostic> found = new ArrayList<>();

    public void add(Diagnostic fault) {
        found.add(fault);
    }

    public void add(YamlNode where, String code, String message) {
        found.add(new Diagnostic(where.file(), where.line(), where.column(), code, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All faults, ordered by place. */
    public List<Diagnostic> sorted() {
        return found.stream().sorted().toList();
    }
}
