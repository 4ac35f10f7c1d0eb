package io.siyu.web.metrics;

import io.siyu.partition.Commit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Remembers what this node could not evaluate, the last fault of each edition. Safe for many threads. */
@Component
public class RuleFaults {
    private final Map<String, String> last = new ConcurrentHashMap<>();

    void written(Commit commit) {
        if (!commit.faults().isEmpty()) {
            var fault = commit.faults().get(0);
            last.put(commit.partition().edition(), fault.rule() + ": " + fault.reason());
        }
    }

    /** Why a rule of this edition could not be evaluated; empty if all could. */
    public String of(String edition) {
        return last.getOrDefault(edition, "");
    }

    /** What was before does not count. */
    public void forget(String edition) {
        last.remove(edition);
    }
}
