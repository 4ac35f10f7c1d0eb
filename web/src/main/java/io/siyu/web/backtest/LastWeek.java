package io.siyu.web.backtest;

import io.siyu.replay.Backtest.RuleHits;
import io.siyu.replay.PastFacts.Span;
import io.siyu.rule.RuleBook;
import java.util.List;

/** What rules were asked about during the last week. Safe for many threads. */
@FunctionalInterface
public interface LastWeek {

    /**
     * How often these rules would have fired. The first call after a while reads the week, which takes seconds; those after it
     * take milliseconds.
     *
     * @throws io.siyu.partition.StoreDownException when the past cannot be read
     */
    Hits hits(RuleBook book);

    /** The hits of every rule, in the order written. */
    record Hits(Span span, List<RuleHits> rules) {
        public Hits {
            rules = List.copyOf(rules);
        }
    }
}
