package io.siyu.rule.drools.typed;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Written;
import java.util.List;

/** Whether what a rule asks of the things a member has can be true together, and whether each question says something. */
final class KeptSense {

    private final DrlFaults faults;

    KeptSense(DrlFaults faults) {
        this.faults = faults;
    }

    /** @param written each of them as its author wrote it */
    void check(List<Clause.Kept> kept, List<Written> written) {
        for (int later = 1; later < kept.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (tells(kept.get(earlier), kept.get(later), written.get(earlier), written.get(later))) {
                    break;
                }
            }
        }
    }

    private boolean tells(Clause.Kept earlier, Clause.Kept later, Written before, Written behind) {
        if (!earlier.type().name().equals(later.type().name())) {
            return false;
        }
        if (earlier.wanted() != later.wanted()) {
            Clause.Kept there = earlier.wanted() ? earlier : later;
            Clause.Kept none = earlier.wanted() ? later : earlier;
            if (follows(there, none)) {
                String wrong = shown(behind) + " can never hold together with " + shown(before) + ".";
                faults.add(behind, "never-holds", wrong, "the one behind \"not\" lacks a condition.");
                return true;
            }
            return false;
        }
        boolean always = later.wanted() ? follows(earlier, later) : follows(later, earlier);
        if (always) {
            String wrong = shown(behind) + " always holds where " + shown(before) + " does.";
            faults.warn(behind, "always-holds", wrong, "remove it.");
        }
        return always;
    }

    private static boolean follows(Clause.Kept one, Clause.Kept other) {
        return Sense.follows(new KeptScope(one.type()), one.conditions(), other.conditions());
    }

    private static String shown(Written written) {
        return "\"" + written.text().replaceAll("\\s+", " ") + "\"";
    }
}
