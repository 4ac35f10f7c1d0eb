package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where in a playbook directory what lies. */
final class Layout {

    static final String SETTINGS = "settings.yaml";
    static final String CATALOGUE = "catalogue.yaml";
    static final String PROMISES = "promises.yaml";
    static final String UNITS = "units.csv";
    static final String STORES = "stores.csv";
    static final String LISTS = "lists/";
    static final String AUDIENCES = "audiences/";
    static final String PAIRS = "pairs.csv";
    static final String RULES = "rules/";
    static final String CAMPAIGNS = "campaigns/";
    static final String EARLIER = CAMPAIGNS + "earlier/";
    static final String TEMPLATES = "templates/";
    static final String SCENARIOS = "scenarios/";
    static final String SCENARIO = ".scenario.yaml";

    static final String SENTENCES = ".dslr";
    static final String DICTIONARY = ".dsl";
    static final String WORKBOOK = ".xlsx";

    private static final Pattern SPREADSHEET = Pattern.compile(".*[.](xlsx?|ods|numbers)");
    private static final List<String> SINGLE = List.of(SETTINGS, CATALOGUE, PROMISES, UNITS, STORES, PAIRS);
    private static final Map<String, List<String>> ENDINGS = new TreeMap<>(Map.of(
            RULES, List.of(".drl", ".csv", WORKBOOK, SENTENCES, DICTIONARY),
            LISTS, List.of(".csv"),
            AUDIENCES, List.of(".yaml"),
            CAMPAIGNS, List.of(".yaml"),
            TEMPLATES, List.of(".yaml")));

    private Layout() {}

    /** Whether the file at this path tells scenarios: beside the file they are about, or in a folder of their own. */
    static boolean tells(String path) {
        return path.endsWith(SCENARIO) || (path.startsWith(SCENARIOS) && path.endsWith(".yaml"));
    }

    /** Whether the file at this path can change a decision. */
    static boolean decides(String path) {
        return !tells(path) && isRead(path);
    }

    private static boolean isRead(String path) {
        return SINGLE.contains(path)
                || ENDINGS.entrySet().stream()
                        .anyMatch(folder -> path.startsWith(folder.getKey())
                                && folder.getValue().stream().anyMatch(path::endsWith));
    }

    /** What is wrong with a file that lies in a folder of the playbook and is not read; empty for bystanders. */
    static Optional<Diagnostic> stray(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.startsWith(".") || name.endsWith(".md") || tells(path)) {
            return Optional.empty();
        }
        if ((path.startsWith(RULES) || path.startsWith(LISTS))
                && SPREADSHEET.matcher(name).matches()) {
            String either = path.startsWith(RULES) ? ".xlsx or " : "";
            return Optional.of(unread(path, "save the table as " + either + "\"CSV UTF-8\" beside it"));
        }
        for (Map.Entry<String, List<String>> folder : ENDINGS.entrySet()) {
            if (path.startsWith(folder.getKey())) {
                String endings = String.join("\" or \"", folder.getValue());
                return Optional.of(unread(path, "rename it to end in \"" + endings + "\", or move it elsewhere"));
            }
        }
        String almost = path.replaceFirst("\\.yml$", ".yaml");
        return !almost.equals(path) && SINGLE.contains(almost)
                ? Optional.of(unread(path, "rename it to \"" + almost + "\""))
                : Optional.empty();
    }

    private static Diagnostic unread(String path, String advice) {
        return new Diagnostic(
                path, 0, 0, "playbook.unread-file", "Nothing reads the file (" + path + ").\nMaybe " + advice + ".");
    }
}
