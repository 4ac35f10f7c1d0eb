package io.siyu.web.cli;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Prints how many members a message is meant for, how many it would reach, and what keeps it from the others. */
final class ReachReport {
    private static final int LABEL = 28;

    private final PrintWriter out;

    ReachReport(PrintWriter out) {
        this.out = out;
    }

    void tell(JsonNode answer) {
        boolean exact = answer.path("exact").asBoolean(false);
        out.println("At " + answer.path("at").asString("")
                + (exact
                        ? ", every member asked"
                        : ", from " + answer.path("read").asInt(0) + " of "
                                + answer.path("partitions").asInt(0) + " partitions; --exact asks every member"));
        line("members", answer.path("members"));
        line("matched", answer.path("matched"));
        line("reachable", answer.path("reachable"));
        for (JsonNode gap : answer.path("gaps")) {
            String about = gap.path("about").asString("");
            String kept =
                    gap.path("verdict").asString("") + " " + gap.path("reason").asString("");
            line("  " + kept + (about.isEmpty() ? "" : " (" + about + ")"), gap.path("members"));
        }
    }

    private void line(String label, JsonNode estimate) {
        long all = estimate.path("all").asLong(0);
        long low = estimate.path("low").asLong(all);
        long high = estimate.path("high").asLong(all);
        String interval = low == high ? "" : String.format(Locale.ROOT, "   (%,d to %,d)", low, high);
        out.println(String.format(Locale.ROOT, "%-" + LABEL + "s %,12d", label, all) + interval);
    }
}
