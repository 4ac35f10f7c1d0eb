package io.siyu.report.rhythm;

import io.siyu.event.Event;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleBook.RuleSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** By event type the fields that some rule of an edition looks at. */
public final class Reads {
    /** No field. */
    static final Reads NONE = of(RuleBook.EMPTY);

    private final Map<String, List<Read>> fields = new TreeMap<>();

    /**
     * A field of an event.
     *
     * @param path with its event type, such as {@code order.placed.store}
     */
    private record Read(String field, String path) {}

    private Reads() {}

    /** The fields that these rules look at. */
    public static Reads of(RuleBook book) {
        Reads reads = new Reads();
        for (RuleSummary rule : book.rules()) {
            List<Read> known = reads.fields.computeIfAbsent(rule.event(), event -> new ArrayList<>());
            rule.reads().stream()
                    .map(field -> new Read(field, path(rule.event(), field)))
                    .filter(read -> !known.contains(read))
                    .forEach(known::add);
        }
        return reads;
    }

    static String path(String event, String field) {
        return event + "." + field;
    }

    /** The paths of those that came with an event. */
    List<String> in(Event event) {
        List<String> came = new ArrayList<>();
        for (Read read : fields.getOrDefault(event.type().name(), List.of())) {
            if (event.data().get(read.field()) != null) {
                came.add(read.path());
            }
        }
        return came;
    }
}
