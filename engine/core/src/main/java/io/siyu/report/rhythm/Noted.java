package io.siyu.report.rhythm;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.partition.Commit;
import io.siyu.rule.Consulted;
import io.siyu.rule.Fired.RuleFault;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What rules did since it was last kept. For one thread. */
public final class Noted {
    private final RuleCounts counts = new RuleCounts();
    private final Map<String, Sighting> fired = new TreeMap<>();
    private final Map<String, RuleTrouble> troubles = new TreeMap<>();

    /** On what the rules were asked in a commit of this day, which fired, and which of the fields they look at came. */
    void count(Commit commit, LocalDate day, Reads reads) {
        Entry entry = commit.entry();
        Sighting here = here(entry);
        for (Consulted consulted : commit.consulted()) {
            counts.count(day, consulted, entry.event(), reads);
            if (entry.kind() == EntryKind.EVENT) {
                consulted.fired().forEach(rule -> fired.put(rule, here));
            }
        }
    }

    /** What was wrong with rules in a commit. */
    void faults(Commit commit) {
        Sighting here = here(commit.entry());
        for (RuleFault fault : commit.faults()) {
            trouble(fault.rule(), new RuleTrouble(fault.reason(), fault.limit(), here, 1));
        }
    }

    private static Sighting here(Entry entry) {
        return new Sighting(entry.event().subject().written(), entry.event().id(), entry.at());
    }

    /** Nothing was wrong with any rule. */
    void forgetFaults() {
        troubles.clear();
    }

    /** All that another noted after it. */
    void add(Noted later) {
        counts.add(later.counts);
        fired.putAll(later.fired);
        later.troubles.forEach(this::trouble);
    }

    private void trouble(String rule, RuleTrouble trouble) {
        troubles.merge(rule, trouble, RuleTrouble::and);
    }

    public boolean isEmpty() {
        return counts.isEmpty() && troubles.isEmpty();
    }

    public RuleCounts counts() {
        return counts;
    }

    /** Where each rule fired last, as far as an event of its subject was behind it. */
    public Map<String, Sighting> fired() {
        return fired;
    }

    public Map<String, RuleTrouble> troubles() {
        return troubles;
    }
}
