package io.siyu.web.metrics;

import io.siyu.partition.Commit;
import io.siyu.rule.Fired.RuleFault;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Remembers which rules of which edition this node could not evaluate, and when last. Safe for many threads. */
@Component
public class RuleFaults {
    private final Clock clock;
    private final Map<String, Map<String, Seen>> byEdition = new ConcurrentHashMap<>();

    /** @param at real time */
    private record Seen(String reason, Instant at) {}

    RuleFaults(Clock clock) {
        this.clock = clock;
    }

    void written(Commit commit) {
        for (RuleFault fault : commit.faults()) {
            byEdition
                    .computeIfAbsent(commit.partition().edition(), none -> new ConcurrentHashMap<>())
                    .put(fault.rule(), new Seen(fault.reason(), clock.instant()));
        }
    }

    /** A rule of this edition that could not be evaluated since a moment of real time and could be under the other; else empty. */
    public String since(String edition, String other, Instant since) {
        Map<String, Seen> known = byEdition.getOrDefault(other, Map.of());
        return byEdition.getOrDefault(edition, Map.of()).entrySet().stream()
                .filter(one -> !one.getValue().at().isBefore(since) && !known.containsKey(one.getKey()))
                .map(one -> one.getKey() + ": " + one.getValue().reason())
                .sorted()
                .findFirst()
                .orElse("");
    }
}
