package io.siyu.web.cli;

import io.siyu.trace.mapping.ImportSummary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an import did, for a person or a program.
 *
 * @param trace the file written
 */
record ImportReport(ImportSummary summary, Path trace) {

    /** Lines for a person. */
    String text() {
        StringBuilder text = new StringBuilder();
        summary.events().forEach((type, count) -> text.append(line(count, type)));
        String span = summary.first() == null ? "" : ", " + summary.first() + " to " + summary.last();
        text.append(line(summary.total(), "events in " + trace + span));
        if (summary.badRows() > 0) {
            text.append(line(summary.badRows(), "bad rows, told above"));
        }
        if (summary.leftOut() > 0) {
            text.append(line(summary.leftOut(), "events left out because one of their rows is bad"));
        }
        if (summary.personal() > 0) {
            text.append(line(summary.personal(), "personal values kept out of the trace"));
        }
        return text.toString();
    }

    /** One JSON object. */
    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("trace", trace.toString());
        object.put("total", summary.total());
        object.put("events", summary.events());
        object.put("rows", summary.rows());
        object.put("badRows", summary.badRows());
        object.put("leftOut", summary.leftOut());
        object.put("personal", summary.personal());
        return JsonMapper.shared().writeValueAsString(object) + "\n";
    }

    private static String line(long count, String what) {
        return String.format(Locale.ROOT, "%,10d %s%n", count, what);
    }
}
