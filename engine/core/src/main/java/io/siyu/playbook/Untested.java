package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rule files of which no scenario tells what they do. */
final class Untested {

    private Untested() {}

    static List<Diagnostic> in(Playbook playbook) {
        Set<String> told = new TreeSet<>(playbook.scenarios());
        return playbook.paths(path -> path.startsWith(Layout.RULES) && !path.endsWith(Layout.DICTIONARY)).stream()
                .filter(path -> !told.contains(beside(path)))
                .map(Untested::untested)
                .toList();
    }

    private static String beside(String rules) {
        return rules.substring(0, rules.lastIndexOf('.')) + Layout.SCENARIO;
    }

    private static Diagnostic untested(String rules) {
        String wrong = "No scenario tells what the rules of this file do.";
        String maybe = "Maybe write " + beside(rules) + " with a hit, a miss and the boundary.";
        return new Diagnostic(rules, 0, 0, "rule.untested", wrong + "\n" + maybe);
    }
}
