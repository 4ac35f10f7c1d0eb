package io.siyu.web.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Prints why an event brought somebody what it did. */
final class WhyReport {
    private final PrintWriter out;

    WhyReport(PrintWriter out) {
        this.out = out;
    }

    void tell(JsonNode answer) {
        for (JsonNode entry : answer.path("entries")) {
            out.println(text(entry, "at") + "  " + text(entry, "type") + " at " + text(entry, "partition") + "-"
                    + text(entry, "position") + ", edition " + text(entry, "edition"));
            if (!entry.path("exact").asBoolean(true)) {
                out.println(
                        "  decided again, this comes out differently; what stands below may not be what was seen then");
            }
            entry.path("asked").forEach(this::asked);
            entry.path("judged").forEach(this::judged);
        }
    }

    private void asked(JsonNode asked) {
        for (JsonNode rule : asked.path("rules")) {
            boolean fired = rule.path("fired").asBoolean(false);
            out.println((fired ? "  fired   " : "  no      ") + text(rule, "rule") + "  (" + text(rule, "file") + ":"
                    + text(rule, "line") + ")");
            rule.path("conditions").forEach(condition -> condition(condition, "            "));
            if (!text(rule, "fault").isEmpty()) {
                out.println("            fault: " + text(rule, "fault"));
            }
        }
    }

    private void condition(JsonNode condition, String indent) {
        boolean joined = !condition.path("parts").isEmpty();
        out.println(indent
                + (condition.path("held").asBoolean(false) ? "yes  " : "no   ")
                + text(condition, "text")
                + (joined ? "" : "    saw " + saw(condition)));
        condition.path("parts").forEach(part -> condition(part, indent + "  "));
    }

    private static String saw(JsonNode condition) {
        JsonNode saw = condition.path("saw");
        return saw.isNull() || saw.isMissingNode() ? "nothing" : saw.asString("");
    }

    private void judged(JsonNode judged) {
        String reason = text(judged, "reason");
        String until = text(judged, "until");
        out.println("  " + text(judged, "verdict") + "    " + text(judged, "action") + " " + text(judged, "target")
                + (reason.isEmpty() ? "" : " (" + reason + ")") + (until.isEmpty() ? "" : " until " + until));
        for (JsonNode guard : judged.path("guards")) {
            List<String> saw = new ArrayList<>();
            guard.path("saw").forEach(one -> saw.add(text(one, "name") + ": " + text(one, "value")));
            String objects = text(guard, "reason");
            if (!saw.isEmpty() || !objects.isEmpty()) {
                out.println("            " + (objects.isEmpty() ? "yes  " : "no   ") + text(guard, "guard")
                        + (objects.isEmpty() ? "" : " (" + objects + ")") + "    " + String.join(", ", saw));
            }
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() || value.isMissingNode() ? "" : value.asString(value.toString());
    }
}
