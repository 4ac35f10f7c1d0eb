package io.siyu.playbook.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Yaml;
import io.siyu.playbook.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A campaign's file as a frame around its steps: what the grid does not know of stays as its author wrote it. */
final class CampaignFile {

    private static final String START = "/trigger/cadence/start";
    private static final String DAYS = "/trigger/cadence/days";

    private final List<String> lines;
    private final YamlNode.Mapping root;
    private final List<WrittenStep> steps;

    private CampaignFile(List<String> lines, YamlNode.Mapping root, List<WrittenStep> steps) {
        this.lines = lines;
        this.root = root;
        this.steps = steps;
    }

    /** The file of a campaign laid out over days; empty, with a fault, when it is none or cannot be read. */
    static Optional<CampaignFile> read(String file, String text, Faults faults) {
        Optional<YamlNode> root = Yaml.read(file, text, faults);
        if (root.isEmpty() || !(root.get() instanceof YamlNode.Mapping mapping)) {
            return refused(file, faults, "The campaign cannot be read.\nMaybe repair its file first.");
        }
        if (mapping.at("/trigger/cadence").isEmpty()) {
            String asked = "Only a campaign laid out over days is a grid, and this one is not.\n";
            return refused(file, faults, asked + "Maybe \"trigger: {cadence: {start: …, days: …}}\" was meant.");
        }
        List<String> lines = List.of(text.split("\n", -1));
        List<WrittenStep> steps = WrittenStep.all(mapping, lines);
        for (WrittenStep step : steps) {
            if (step.verb().isEmpty()) {
                return refused(
                        file,
                        faults,
                        "The step in line " + step.node().line()
                                + " does nothing that a row of a grid can tell.\nMaybe edit the file instead.");
            }
        }
        return Optional.of(new CampaignFile(lines, mapping, steps));
    }

    private static <T> Optional<T> refused(String file, Faults faults, String message) {
        if (faults.isEmpty()) {
            faults.add(new Diagnostic(file, 0, 0, "grid.campaign", message));
        }
        return Optional.empty();
    }

    /** The rows its steps are, in file order. */
    List<Row> rows() {
        return steps.stream().map(step -> step.row(channel())).toList();
    }

    Cadence cadence() {
        LocalDate start = null;
        try {
            LocalDate written = LocalDate.parse(scalar(START));
            start = written.equals(NewCampaign.UNKNOWN) ? null : written;
        } catch (DateTimeException unreadable) {
            // why: a start that is no date is told when the campaign is checked; the grid may bring a better one
        }
        String days = scalar(DAYS);
        return new Cadence(start, days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0);
    }

    /** The channel of steps that name none. */
    String channel() {
        return scalar("/channel");
    }

    /** The languages its texts are written in. */
    List<String> languages() {
        return steps.stream()
                .flatMap(step -> step.row("").cells().keySet().stream())
                .filter(Heading::isText)
                .map(Heading::language)
                .distinct()
                .toList();
    }

    /** The file with these rows for its steps; those that say the same keep every byte. */
    String with(Grid grid) {
        Map<String, WrittenStep> byId = new LinkedHashMap<>();
        steps.forEach(step -> byId.put(step.id(), step));
        List<String> all = dated(grid);
        List<String> written = framed(all);
        StepYaml yaml = new StepYaml(steps.isEmpty() ? 2 : steps.get(0).indent(), channel());
        boolean airy = steps.size() < 2 || steps.get(1).isAiry();
        for (Row row : grid.rows()) {
            WrittenStep step = byId.get(row.step());
            if (step == null) {
                written.addAll(airy ? List.of("") : List.of());
                written.addAll(yaml.lines(row));
            } else {
                written.addAll(step.before());
                written.addAll(step.says(row, channel()) ? step.lines() : yaml.lines(row, step));
            }
        }
        written.addAll(WrittenStep.behind(root, all));
        return String.join("\n", written);
    }

    /** All lines down to the one that names the steps. */
    private List<String> framed(List<String> all) {
        YamlNode.Text key = root.keys().get("steps");
        List<String> frame = new ArrayList<>(all.subList(0, key == null ? all.size() : key.line()));
        if (key == null) {
            frame.add("steps:");
        } else if (steps.isEmpty() || !steps.get(0).isBlock()) {
            frame.set(key.line() - 1, "steps:");
        }
        return frame;
    }

    /** The lines with the days of the grid. */
    private List<String> dated(Grid grid) {
        List<String> dated = new ArrayList<>(lines);
        if (grid.start() != null) {
            replace(dated, START, grid.start().toString());
        }
        replace(dated, DAYS, String.valueOf(Math.max(cadence().days(), grid.lastDay())));
        return dated;
    }

    private void replace(List<String> all, String pointer, String value) {
        Optional<YamlNode.Text> node = text(pointer);
        if (node.isEmpty() || node.get().text().equals(value)) {
            return;
        }
        String line = all.get(node.get().line() - 1);
        int from = line.offsetByCodePoints(0, node.get().column() - 1);
        int to = from + node.get().text().length() + (node.get().quoted() ? 2 : 0);
        all.set(node.get().line() - 1, line.substring(0, from) + value + line.substring(to));
    }

    private String scalar(String pointer) {
        return text(pointer).map(YamlNode.Text::text).orElse("");
    }

    private Optional<YamlNode.Text> text(String pointer) {
        return root.at(pointer).filter(YamlNode.Text.class::isInstance).map(YamlNode.Text.class::cast);
    }
}
