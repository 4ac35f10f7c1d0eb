package io.siyu.replay.suite;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PromiseRules;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook.RuleSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The scenarios of a playbook by the files they are written in, sorted by path. */
public record Suite(Edition edition, List<Part> parts) {
    private static final String SCENARIO = ".scenario.yaml";

    /**
     * The scenarios of one file.
     *
     * @param focus what of the edition they are about
     */
    public record Part(String file, Focus focus, List<Scenario> scenarios) {
        public Part {
            scenarios = List.copyOf(scenarios);
        }
    }

    public Suite {
        parts = List.copyOf(parts);
    }

    /**
     * Reads all scenarios of a playbook against the edition it became; those with a fault are left out and told.
     *
     * @param workers threads, from 1
     */
    public static Suite read(Playbook playbook, Edition edition, Faults faults, int workers) {
        Map<String, Focus> subjects = subjects(playbook, edition);
        Focus all = Focus.all(edition);
        List<Callable<Read>> files = new ArrayList<>();
        for (String file : playbook.scenarios()) {
            byte[] bytes = playbook.file(file).orElseThrow();
            Focus focus = subjects.getOrDefault(file, all);
            files.add(() -> {
                Faults own = new Faults();
                return new Read(new Part(file, focus, ScenarioReader.read(file, bytes, edition, own)), own);
            });
        }
        List<Part> parts = new ArrayList<>();
        for (Read read : Workers.all(workers, files)) {
            parts.add(read.part());
            read.faults().sorted().forEach(faults::add);
        }
        return new Suite(edition, parts);
    }

    private record Read(Part part, Faults faults) {}

    /** What each file of scenarios is about that lies beside a file of its name: {@code rules/vip.drl}, for one. */
    private static Map<String, Focus> subjects(Playbook playbook, Edition edition) {
        Map<String, List<RuleSummary>> rules =
                edition.rules().rules().stream().collect(Collectors.groupingBy(RuleSummary::file));
        Set<String> scenarios = Set.copyOf(playbook.scenarios());
        Map<String, Focus> subjects = new HashMap<>();
        for (String path : playbook.paths()) {
            String beside = path.substring(0, path.lastIndexOf('.')) + SCENARIO;
            // why: promises are of the whole playbook; a break is the doing of any of its files
            if (scenarios.contains(beside) && !path.equals(PromiseRules.FILE)) {
                subjects.put(beside, Focus.on(edition, path, rules.getOrDefault(path, List.of())));
            }
        }
        return subjects;
    }

    /** How many scenarios there are. */
    public int size() {
        return parts.stream().mapToInt(part -> part.scenarios().size()).sum();
    }

    /** The rules they are about. */
    public Set<RuleSummary> rules() {
        return parts.stream().flatMap(part -> part.focus().own().stream()).collect(Collectors.toSet());
    }

    /** Those whose file and name are wanted. */
    public Suite only(BiPredicate<String, String> wanted) {
        List<Part> left = new ArrayList<>();
        for (Part part : parts) {
            List<Scenario> scenarios = part.scenarios().stream()
                    .filter(scenario -> wanted.test(part.file(), scenario.name()))
                    .toList();
            if (!scenarios.isEmpty()) {
                left.add(new Part(part.file(), part.focus(), scenarios));
            }
        }
        return new Suite(edition, left);
    }
}
