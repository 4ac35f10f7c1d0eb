package io.siyu.web.backtest;

import io.siyu.replay.Backtest.ConditionHits;
import io.siyu.replay.Backtest.Example;
import io.siyu.replay.Backtest.RuleHits;
import io.siyu.replay.Estimate;
import io.siyu.replay.PastFacts.Span;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.web.PlayedHouse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A week in which every rule fired for m1, and each condition, two lines below the rule, held more often than the one before. */
public final class PlayedLastWeek {
    private PlayedLastWeek() {}

    /** The hits of every rule in the book. */
    public static LastWeek.Hits hits(RuleBook book) {
        Span span = new Span(2, 64, PlayedHouse.NOW.minus(Duration.ofDays(7)), PlayedHouse.NOW);
        return new LastWeek.Hits(
                span, book.rules().stream().map(PlayedLastWeek::hits).toList());
    }

    private static RuleHits hits(RuleSummary rule) {
        List<ConditionHits> conditions = IntStream.range(0, rule.conditions().size())
                .mapToObj(i ->
                        new ConditionHits(rule.conditions().get(i), rule.line() + 2, 18 + i, estimate(10L * (i + 1))))
                .toList();
        Example example = new Example("m1", "o1", PlayedHouse.NOW);
        return new RuleHits(rule, estimate(100), estimate(5), 4, conditions, List.of(example), "");
    }

    private static Estimate estimate(long counted) {
        return new Estimate(counted, counted * 32, counted * 30, counted * 34);
    }
}
