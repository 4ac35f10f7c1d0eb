package io.siyu.web.backtest;

import io.siyu.campaign.Diagnostic;
import io.siyu.replay.Backtest.ConditionHits;
import io.siyu.replay.Backtest.Example;
import io.siyu.replay.Backtest.RuleHits;
import io.siyu.replay.Estimate;
import java.time.Instant;
import java.util.List;

/**
 * Rules and what they would have come to.
 *
 * @param played partitions that were read, of {@code partitions}: a fair sample where not all
 * @param faults of what could not be read; the other rules are told
 */
public record BacktestTold(
        Instant from, Instant to, int played, int partitions, List<RuleTold> rules, List<FaultTold> faults) {
    public BacktestTold {
        rules = List.copyOf(rules);
        faults = List.copyOf(faults);
    }

    /**
     * A rule.
     *
     * @param rule its name; empty for a pattern alone
     * @param subjects in the sample whom it would have fired for
     * @param fault why it could not be evaluated for some event; empty if it could for all
     */
    public record RuleTold(
            String rule,
            String event,
            int line,
            Estimate heard,
            Estimate fired,
            long subjects,
            List<ConditionTold> conditions,
            List<Example> examples,
            String fault) {
        public RuleTold {
            conditions = List.copyOf(conditions);
            examples = List.copyOf(examples);
        }
    }

    /** A condition; {@code line} and {@code column} are of the text that was sent, from 1, columns in code points. */
    public record ConditionTold(String text, int line, int column, Estimate held) {}

    /** A fault of the text that was sent. */
    public record FaultTold(int line, int column, String code, String message) {}

    /** @param above lines in front of what was sent */
    static BacktestTold of(LastWeek.Hits hits, List<Diagnostic> faults, int above) {
        return new BacktestTold(
                hits.span().from(),
                hits.span().to(),
                hits.span().played(),
                hits.span().partitions(),
                hits.rules().stream().map(rule -> told(rule, above)).toList(),
                faults.stream()
                        .map(fault ->
                                new FaultTold(fault.line() - above, fault.column(), fault.code(), fault.message()))
                        .toList());
    }

    private static RuleTold told(RuleHits hits, int above) {
        return new RuleTold(
                above == 0 ? hits.rule().name() : "",
                hits.rule().event(),
                hits.rule().line() - above,
                hits.heard(),
                hits.fired(),
                hits.subjects(),
                hits.conditions().stream().map(one -> told(one, above)).toList(),
                hits.examples(),
                hits.fault());
    }

    private static ConditionTold told(ConditionHits hits, int above) {
        return new ConditionTold(hits.text(), hits.line() - above, hits.column(), hits.held());
    }
}
