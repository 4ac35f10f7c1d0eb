package io.siyu.web.campaign;

import java.util.List;

/** In which order the templates write what a campaign, a step and their parts say. */
final class KeyOrder {

    /** What stands at the head of a campaign without blank lines between. */
    private static final List<String> HEAD =
            List.of("version", "id", "name", "purpose", "priority", "channel", "inFlight", "window");

    private static final List<String> CAMPAIGN = List.of(
            "version",
            "id",
            "name",
            "purpose",
            "priority",
            "channel",
            "inFlight",
            "window",
            "trigger",
            "audience",
            "entry",
            "exits",
            "goal",
            "caps",
            "holdout",
            "variants",
            "steps");

    private static final List<String> INSIDE = List.of(
            "send",
            "push",
            "task",
            "tag",
            "coupon",
            "webhook",
            "wait",
            "split",
            "parts",
            "end",
            "day",
            "at",
            "window",
            "channel",
            "hour",
            "audience",
            "only",
            "kind",
            "value",
            "expires",
            "event",
            "share",
            "when",
            "within",
            "count",
            "exit",
            "text",
            "texts",
            "fields",
            "data",
            "answer",
            "then",
            "otherwise",
            "steps");

    private KeyOrder() {}

    /** Whether one name of a campaign stands before another where both are known. */
    static boolean isBefore(String one, String other) {
        return isBefore(CAMPAIGN, one, other);
    }

    /** Whether one name of a step, or of a part of it, stands before another where both are known. */
    static boolean isBeforeInside(String one, String other) {
        return isBefore(INSIDE, one, other);
    }

    private static boolean isBefore(List<String> order, String one, String other) {
        int place = order.indexOf(one);
        return place >= 0 && place < order.indexOf(other);
    }

    /**
     * Puts a blank line between what is new and what was there, and leaves one where something was taken out.
     *
     * @param added the name that begins in line {@code from}; empty when none was added
     */
    static void space(List<String> lines, int from, String added) {
        boolean inner = from > 0 && from < lines.size();
        boolean isNew = !added.isEmpty() && !HEAD.contains(added);
        if (inner && isNew && !lines.get(from - 1).isBlank()) {
            lines.add(from, "");
        } else if (inner
                && added.isEmpty()
                && lines.get(from - 1).isBlank()
                && lines.get(from).isBlank()) {
            lines.remove(from);
        }
    }
}
