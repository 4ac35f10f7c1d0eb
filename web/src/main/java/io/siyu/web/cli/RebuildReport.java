package io.siyu.web.cli;

import io.siyu.event.Subject;
import io.siyu.partition.redis.RedisRebuild.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a rebuild found, as people and programs read it. */
final class RebuildReport {
    private static final int NAMED = 3;

    private final boolean written;
    private final ArrayNode partitions = JsonNodeFactory.instance.arrayNode();
    private int looked;
    private int mended;
    private int other;

    /** @param written whether what was lost was put back */
    RebuildReport(boolean written) {
        this.written = written;
    }

    /** Takes one in; what a person is told of it, nothing of a partition without entries. */
    String add(Found found) {
        looked++;
        mended += found.lacks() && written ? 1 : 0;
        other += isWell(found) ? 0 : 1;
        ObjectNode node = partitions
                .addObject()
                .put("partition", found.partition())
                .put("position", found.position())
                .put("from", found.from())
                .put("states", found.states())
                .put("same", !found.lacks() && !found.departs())
                .put("written", found.lacks() && written);
        names(node.putArray("lost"), found.lost());
        names(node.putArray("unlisted"), found.unlisted());
        names(node.putArray("differing"), found.differing());
        names(node.putArray("unexplained"), found.unexplained());
        found.dead().forEach(node.putArray("dead")::add);
        return found.position() == 0 && !found.lacks() && !found.departs() ? "" : line(found);
    }

    /** Takes in one whose past is not whole. */
    String broken(int partition, String reason) {
        looked++;
        other++;
        partitions.addObject().put("partition", partition).put("same", false).put("fault", reason);
        return name(partition) + reason.replace("\n", "\n    ");
    }

    private boolean isWell(Found found) {
        return !found.departs() && (written || !found.lacks());
    }

    private static void names(ArrayNode to, List<Subject> subjects) {
        subjects.forEach(subject -> to.add(subject.toString()));
    }

    private static String name(int partition) {
        return String.format(Locale.ROOT, "Partition %02d: ", partition);
    }

    private String line(Found found) {
        List<String> what = new ArrayList<>();
        String back = written ? ", put back" : "";
        tell(what, found.lost(), "lost" + back);
        tell(what, found.unlisted(), "not listed" + back);
        tell(what, found.differing(), "other than decided");
        tell(what, found.unexplained(), "never decided");
        if (!found.dead().isEmpty()) {
            what.add(String.format(
                    Locale.ROOT,
                    "%,d entries that died then or die now",
                    found.dead().size()));
        }
        String begun = found.from() == 0
                ? "the beginning"
                : String.format(Locale.ROOT, "the snapshot after %,d", found.from());
        return name(found.partition())
                + String.format(
                        Locale.ROOT,
                        "%,d states after entry %,d, decided again from %s: %s.",
                        found.states(),
                        found.position(),
                        begun,
                        what.isEmpty() ? "the same" : String.join("; ", what));
    }

    private static void tell(List<String> what, List<Subject> subjects, String fate) {
        if (!subjects.isEmpty()) {
            String names = subjects.stream().limit(NAMED).map(Subject::toString).collect(Collectors.joining(", "));
            String more = subjects.size() > NAMED ? ", …" : "";
            what.add(String.format(Locale.ROOT, "%,d %s (%s%s)", subjects.size(), fate, names, more));
        }
    }

    /** Whether every partition holds what was decided by now. */
    boolean isWell() {
        return other == 0;
    }

    String summary() {
        if (!isWell()) {
            return String.format(
                    Locale.ROOT,
                    "%,d of %,d partitions do not hold what was decided.%nMaybe docs/operations.md tells what to do.",
                    other,
                    looked);
        }
        return mended == 0
                ? String.format(Locale.ROOT, "All %,d partitions looked at hold what was decided.", looked)
                : String.format(
                        Locale.ROOT,
                        "All %,d partitions looked at hold what was decided; in %,d of them something was put back.",
                        looked,
                        mended);
    }

    String json() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("well", isWell());
        told.set("partitions", partitions);
        return told.toString();
    }
}
