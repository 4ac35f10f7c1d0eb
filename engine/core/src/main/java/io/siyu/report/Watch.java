package io.siyu.report;

import io.siyu.event.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The running house as screens see it. Safe for many threads; answers within milliseconds. */
public interface Watch extends KeptDecisions {

    /** What it did so far. */
    Counts counts();

    /** The newest decisions about one subject, newest first, as far back as its partition keeps them. */
    List<Told> about(Subject subject, int limit);

    /** Why this message was sent and what became of it. */
    Optional<Story> story(String message);

    /** Per {@code campaign/step/verdict} (and reason, for drops) how many decisions, over all partitions. */
    Map<String, Long> steps();
}
