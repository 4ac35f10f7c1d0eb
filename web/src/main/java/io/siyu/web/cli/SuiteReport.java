package io.siyu.web.cli;

import io.siyu.campaign.Diagnostic;
import io.siyu.replay.suite.Played;
import io.siyu.replay.suite.Suite;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a suite, as people and programs read it.
 *
 * @param played one for each scenario of the suite, in its order
 * @param faults of the files of scenarios
 * @param coverage of the rules, if it was asked for
 */
record SuiteReport(
        Path directory,
        Suite suite,
        List<Played> played,
        List<Diagnostic> faults,
        Took took,
        Optional<CoverageTable> coverage) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * How it was run.
     *
     * @param nanos how long all took
     * @param verbose whether scenarios that passed are named
     */
    record Took(long nanos, boolean verbose) {}

    /** Whether every scenario could be read and ended as written, and they cover as much as was asked for. */
    boolean isGood() {
        return faults.isEmpty() && failed() == 0 && coverage.stream().allMatch(CoverageTable::isEnough);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> text.append(FaultLines.line(directory, fault)).append('\n'));
        int wide = suite.parts().stream()
                .mapToInt(part -> path(part).length())
                .max()
                .orElse(0);
        Iterator<Played> next = played.iterator();
        for (Suite.Part part : suite.parts()) {
            List<Played> mine =
                    Stream.generate(next::next).limit(part.scenarios().size()).toList();
            append(text, part, mine, wide);
        }
        coverage.ifPresent(table -> text.append('\n').append(table.text()).append('\n'));
        return text.append(summary()).toString();
    }

    private void append(StringBuilder text, Suite.Part part, List<Played> mine, int wide) {
        long failed = mine.stream().filter(one -> !one.passed()).count();
        double millis = mine.stream().mapToLong(Played::nanos).sum() / 1e6;
        text.append(String.format(
                Locale.ROOT,
                "%s  %-" + wide + "s  %5d %-9s %8.1f ms%s%n",
                failed == 0 ? "pass" : "FAIL",
                path(part),
                mine.size(),
                mine.size() == 1 ? "scenario" : "scenarios",
                millis,
                failed == 0 ? "" : "  " + failed + " failed"));
        for (Played one : mine) {
            if (took.verbose() || !one.passed()) {
                append(text, part, one);
            }
        }
    }

    private void append(StringBuilder text, Suite.Part part, Played one) {
        String place = one.passed() ? "" : path(part) + ":" + one.scenario().line() + ": ";
        text.append(one.passed() ? "      pass  " : "      FAIL  ")
                .append(place)
                .append(one.scenario().name())
                .append('\n');
        one.result()
                .told()
                .lines()
                .forEach(line -> text.append("            ").append(line).append('\n'));
    }

    private String summary() {
        String seconds = String.format(
                Locale.ROOT, "%.2f s, %,.0f scenarios/s", took.nanos() / 1e9, played.size() * 1e9 / took.nanos());
        String unread = faults.isEmpty() ? "" : ", " + FaultLines.count(faults).replace(".", " in their files");
        return String.format(
                Locale.ROOT,
                "%,d %s in %,d %s: %,d passed, %,d failed%s; %s; edition %s.%n",
                played.size(),
                played.size() == 1 ? "scenario" : "scenarios",
                suite.parts().size(),
                suite.parts().size() == 1 ? "file" : "files",
                played.size() - failed(),
                failed(),
                unread,
                seconds,
                suite.edition().hash());
    }

    private long failed() {
        return played.stream().filter(one -> !one.passed()).count();
    }

    private String path(Suite.Part part) {
        return directory.resolve(part.file()).toString();
    }

    String json() {
        ObjectNode told = JSON.objectNode();
        told.put("edition", suite.edition().hash());
        told.put("passed", played.size() - failed());
        told.put("failed", failed());
        told.put("seconds", took.nanos() / 1e9);
        ArrayNode files = told.putArray("files");
        Iterator<Played> next = played.iterator();
        for (Suite.Part part : suite.parts()) {
            ArrayNode scenarios = files.addObject().put("file", part.file()).withArray("scenarios");
            part.scenarios().forEach(scenario -> scenarios.add(json(next.next())));
        }
        told.putArray("faults").addAll(FaultLines.json(faults));
        coverage.ifPresent(table -> told.set("coverage", table.json()));
        return told + "\n";
    }

    private static ObjectNode json(Played one) {
        ObjectNode told = JSON.objectNode();
        told.put("name", one.scenario().name()).put("line", one.scenario().line());
        told.put("passed", one.passed()).put("seconds", one.nanos() / 1e9);
        one.result().missing().forEach(told.putArray("missing")::add);
        one.result().unexpected().forEach(told.putArray("unexpected")::add);
        one.result().broken().forEach(told.putArray("promises")::add);
        one.result().faults().forEach(told.putArray("faults")::add);
        return told;
    }

    /** What is told when nothing could be played, as {@code siyu check} tells it. */
    static String text(Path directory, List<Diagnostic> faults) {
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> text.append(FaultLines.line(directory, fault)).append('\n'));
        return text.append(FaultLines.count(faults)).append('\n').toString();
    }

    /** The same for programs. */
    static String json(List<Diagnostic> faults) {
        ObjectNode told = JSON.objectNode();
        told.put("edition", "").put("passed", 0).put("failed", 0);
        told.putArray("faults").addAll(FaultLines.json(faults));
        return told + "\n";
    }
}
