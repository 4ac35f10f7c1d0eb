package io.siyu.web.rules;

import io.siyu.campaign.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of the playbook as the tree beside the editor shows them. */
record Contents(List<Group> groups) {

    private static final List<String> FOLDERS =
            List.of("rules", "campaigns", "audiences", "lists", "templates", "scenarios");
    private static final String HOUSE = "house";
    private static final String SCENARIO = ".scenario.yaml";

    Contents {
        groups = List.copyOf(groups);
    }

    /**
     * The files of one folder.
     *
     * @param key the folder, or {@code house} for the files beside the folders
     */
    record Group(String key, List<Leaf> leaves) {
        Group {
            leaves = List.copyOf(leaves);
        }
    }

    /**
     * A file with its marks.
     *
     * @param beside whether it tells scenarios of the file it lies beside
     * @param draft whether somebody's words wait to be published
     * @param faults how many there are in it
     * @param untested whether it has rules of which no scenario tells
     */
    record Leaf(String path, String name, boolean beside, boolean draft, long faults, boolean untested) {
        public String address() {
            return PlaybookPath.address(path);
        }
    }

    /**
     * What is wrong with files, and what is not published.
     *
     * @param drafted paths of drafts
     */
    record Marks(Set<String> drafted, Collection<Diagnostic> faults, Collection<Diagnostic> warnings) {}

    static Contents of(List<String> files, Marks marks) {
        Map<String, Long> faults =
                marks.faults().stream().collect(Collectors.groupingBy(Diagnostic::file, Collectors.counting()));
        Set<String> untested = marks.warnings().stream()
                .filter(warning -> warning.code().equals("rule.untested"))
                .map(Diagnostic::file)
                .collect(Collectors.toSet());
        Map<String, List<Leaf>> groups = new LinkedHashMap<>();
        FOLDERS.forEach(folder -> groups.put(folder, new ArrayList<>()));
        groups.put(HOUSE, new ArrayList<>());
        for (String path : files) {
            boolean beside = isBeside(path, files);
            Leaf leaf = new Leaf(
                    path,
                    name(path),
                    beside,
                    marks.drafted().contains(path),
                    faults.getOrDefault(path, 0L),
                    untested.contains(path));
            groups.getOrDefault(folder(path), groups.get(HOUSE)).add(leaf);
        }
        return new Contents(groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList());
    }

    private static boolean isBeside(String path, List<String> files) {
        String stem = path.endsWith(SCENARIO) ? path.substring(0, path.length() - SCENARIO.length()) : "";
        return files.contains(stem + ".drl") || files.contains(stem + ".yaml");
    }

    private static String folder(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? HOUSE : path.substring(0, slash);
    }

    private static String name(String path) {
        String name = path.substring(path.indexOf('/') + 1);
        return name.replaceFirst("(\\.scenario)?\\.(yaml|drl)$", "");
    }
}
