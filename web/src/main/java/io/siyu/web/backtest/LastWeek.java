package io.siyu.web.backtest;

import io.siyu.replay.Backtest.RuleHits;
import io.siyu.replay.PastFacts.Span;
import io.siyu.rule.RuleBook;
import java.util.List;

/** What rules were asked about during the last week. Safe for many threads. */
@FunctionalInterface
public interface LastWeek {

    /**
     * How often these rules would have fired; milliseconds once the week is read.
     *
     * @throws io.siyu.partition.StoreDownException when the past cannot be read
     * @throws org.springframework.web.server.ResponseStatusException 503 while the week is being read, which takes seconds
     */
    Hits hits(RuleBook book);

    /** Has the week read unless it is; throws as {@link #hits} does. */
    default void await() {}

    /** The hits of every rule, in the order written. */
    record Hits(Span span, List<RuleHits> rules) {
        public Hits {
            rules = List.copyOf(rules);
        }
    }
}
