package io.siyu.web.rules;

import io.siyu.campaign.PlaybookId;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.web.publish.Manuscript;
import java.util.List;

/** A rule file as the list shows it. */
record RuleFile(Manuscript manuscript, List<RuleSummary> rules) {

    static final String FOLDER = "rules/";
    static final String ENDING = ".drl";
    private static final List<String> ENDINGS = List.of(ENDING, ".csv", ".dslr", ".dsl");

    RuleFile {
        rules = List.copyOf(rules);
    }

    static RuleFile of(Manuscript manuscript) {
        List<RuleSummary> rules = manuscript
                .reading()
                .draft()
                .map(Edition::rules)
                .map(book -> book.rules().stream()
                        .filter(rule -> rule.file().equals(manuscript.path()))
                        .toList())
                .orElse(List.of());
        return new RuleFile(manuscript, rules);
    }

    /** Where it is edited. */
    public String address() {
        return PlaybookPath.address(manuscript.path());
    }

    static boolean isOne(String path) {
        return path.startsWith(FOLDER) && ENDINGS.stream().anyMatch(path::endsWith);
    }

    /** The path of a file of DRL with this name; names are small letters, digits and inner hyphens. */
    static String path(String name) {
        return FOLDER + name + ENDING;
    }

    static boolean isName(String name) {
        return PlaybookId.isOne(name);
    }
}
