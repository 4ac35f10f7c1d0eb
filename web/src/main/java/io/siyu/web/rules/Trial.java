package io.siyu.web.rules;

import io.siyu.campaign.Diagnostic;
import io.siyu.replay.suite.Covered;
import io.siyu.replay.suite.Played;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of the scenarios of a playbook that is not published yet.
 *
 * @param faults what kept the playbook, or some of its scenarios, from being played
 * @param files those that were played, in the order they were
 * @param covered how far they cover each rule, by file and place
 * @param along drafts of other files that were played along
 * @param left files that were not played because the others took too long
 */
record Trial(
        List<Diagnostic> faults, List<OfFile> files, List<Covered> covered, List<String> along, List<String> left) {

    Trial {
        faults = List.copyOf(faults);
        files = List.copyOf(files);
        covered = List.copyOf(covered);
        along = List.copyOf(along);
        left = List.copyOf(left);
    }

    /** A playbook that has faults, so that nothing can be played. */
    static Trial refused(List<Diagnostic> faults, List<String> along) {
        return new Trial(faults, List.of(), List.of(), along, List.of());
    }

    /** The scenarios of one file. */
    record OfFile(String path, List<Played> played) {
        OfFile {
            played = List.copyOf(played);
        }

        public long failed() {
            return played.stream().filter(one -> !one.passed()).count();
        }

        public String address() {
            return PlaybookPath.address(path);
        }
    }

    /** How far the rules of one file are covered. */
    record OfRules(String path, List<Covered> rules) {
        OfRules {
            rules = List.copyOf(rules);
        }

        public int percent() {
            return Covered.percent(rules);
        }

        public long fired() {
            return rules.stream().filter(Covered::fired).count();
        }

        public long conditions() {
            return rules.stream().mapToLong(rule -> rule.conditions().size()).sum();
        }

        public long bothWays() {
            return rules.stream()
                    .flatMap(rule -> rule.conditions().stream())
                    .filter(one -> one.held() && one.missed())
                    .count();
        }

        public String address() {
            return PlaybookPath.address(path);
        }
    }

    /**
     * A mark beside a line of the open file.
     *
     * @param kind what was seen: {@code fired}, {@code unfired}, {@code both}, {@code held}, {@code missed}, {@code unseen} of
     *     rules, {@code passed} or {@code failed} of scenarios
     */
    record Mark(int line, String kind, String about) {}

    public long passed() {
        return size() - failed();
    }

    public long failed() {
        return files.stream().mapToLong(OfFile::failed).sum();
    }

    public long size() {
        return files.stream().mapToLong(file -> file.played().size()).sum();
    }

    /** The coverage by file. */
    public List<OfRules> rules() {
        Map<String, List<Covered>> byFile = covered.stream()
                .collect(Collectors.groupingBy(one -> one.rule().file(), TreeMap::new, Collectors.toList()));
        return byFile.entrySet().stream()
                .map(file -> new OfRules(file.getKey(), file.getValue()))
                .toList();
    }

    /** What was seen of each line of a file with this text. */
    public List<Mark> marks(String path, String text) {
        List<Mark> marks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        covered.stream()
                .filter(rule -> rule.rule().file().equals(path))
                .forEach(rule -> marks.addAll(marks(rule, lines)));
        for (OfFile file : files) {
            if (file.path().equals(path)) {
                file.played()
                        .forEach(one -> marks.add(new Mark(
                                one.scenario().line(),
                                one.passed() ? "passed" : "failed",
                                one.scenario().name())));
            }
        }
        return marks;
    }

    private static List<Mark> marks(Covered rule, List<String> lines) {
        List<Mark> marks = new ArrayList<>();
        String fired = rule.fired() ? "fired" : "unfired";
        marks.add(new Mark(rule.rule().line(), fired, rule.rule().name()));
        rule.conditions().forEach(one -> marks.add(new Mark(line(rule, one, lines), kind(one), one.text())));
        // why: a rule that a campaign became stands on no line of it, only its conditions do
        marks.removeIf(mark -> mark.line() == 0);
        return marks;
    }

    private static String kind(Covered.Both one) {
        return one.held() ? one.missed() ? "both" : "held" : one.missed() ? "missed" : "unseen";
    }

    /** The line of a condition; one that was never looked at has none yet and is searched for behind its rule's name. */
    private static int line(Covered rule, Covered.Both one, List<String> lines) {
        if (one.line() > 0 || rule.rule().line() == 0) {
            return one.line();
        }
        for (int line = rule.rule().line(); line <= lines.size(); line++) {
            if (lines.get(line - 1).contains(one.text())) {
                return line;
            }
        }
        return rule.rule().line();
    }
}
