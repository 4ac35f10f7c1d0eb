package io.siyu.web.cli;

import io.siyu.replay.ReplaySummary;
import io.siyu.replay.ReplaySummary.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A replay's summary as people and programs read it. */
final class ReplayReport {
    private final ReplaySummary summary;

    ReplayReport(ReplaySummary summary) {
        this.summary = summary;
    }

    String text(Locale locale) {
        StringBuilder text = new StringBuilder();
        int wide = summary.rows().keySet().stream()
                .mapToInt(row -> row.by().length())
                .max()
                .orElse(8);
        String line = "%-" + wide + "s  %-7s %-5s %-18s %,10d%n";
        for (Map.Entry<Row, Long> entry : summary.rows().entrySet()) {
            Row row = entry.getKey();
            text.append(
                    String.format(locale, line, row.by(), row.action(), row.verdict(), row.reason(), entry.getValue()));
        }
        for (String fault : summary.faults()) {
            text.append("fault: ").append(fault).append(System.lineSeparator());
        }
        return text.append(String.format(
                        locale,
                        "%,d entries, %,d decisions, %,d faults in %.1f s (%,d entries/s)%n",
                        summary.entries(),
                        summary.decisions(),
                        summary.faultCount(),
                        summary.nanos() / 1e9,
                        summary.entriesPerSecond()))
                .toString();
    }

    String json() {
        List<Map<String, Object>> rows = new ArrayList<>();
        summary.rows().forEach((row, count) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("by", row.by());
            one.put("action", row.action());
            one.put("verdict", row.verdict());
            one.put("reason", row.reason());
            one.put("count", count);
            rows.add(one);
        });
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("entries", summary.entries());
        told.put("decisions", summary.decisions());
        told.put("seconds", summary.nanos() / 1e9);
        told.put("rows", rows);
        told.put("faultCount", summary.faultCount());
        told.put("faults", summary.faults());
        return new JsonMapper().writeValueAsString(told) + "\n";
    }
}
