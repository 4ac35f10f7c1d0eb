package io.siyu.replay;

import io.siyu.event.Subject;
import io.siyu.rule.Explained;
import io.siyu.rule.Fact;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often rules, and each of their conditions alone, would have held over what was decided before. */
public final class Backtest {
    private static final int MEMBERS = 3;

    private Backtest() {}

    /**
     * A rule and how often it would have fired.
     *
     * @param heard events it listens to
     * @param subjects in the sample that it would have fired for
     * @param examples the latest of them
     * @param fault why it could not be evaluated for some event; empty if it could for all
     */
    public record RuleHits(
            RuleSummary rule,
            Estimate heard,
            Estimate fired,
            long subjects,
            List<ConditionHits> conditions,
            List<Example> examples,
            String fault) {
        public RuleHits {
            conditions = List.copyOf(conditions);
            examples = List.copyOf(examples);
        }
    }

    /**
     * A comparison and how often it alone would have held.
     *
     * @param line where it stands, from 1; {@code column} in code points from 1
     */
    public record ConditionHits(String text, int line, int column, Estimate held) {}

    /** Somebody a rule would have fired for. */
    public record Example(String subject, String event, Instant at) {}

    /** The hits of every rule in a book over these facts, in the book's order. */
    public static List<RuleHits> of(RuleBook book, PastFacts facts) {
        return book.rules().stream()
                .map(rule -> rule.event())
                .distinct()
                .flatMap(event -> ofEvent(book, event, facts))
                .sorted(Comparator.comparing(hits -> hits.rule().line()))
                .toList();
    }

    private static Stream<RuleHits> ofEvent(RuleBook book, String event, PastFacts facts) {
        Map<String, Counting> rules = new LinkedHashMap<>();
        book.rules().stream()
                .filter(rule -> rule.event().equals(event))
                .forEach(rule -> rules.put(rule.name(), new Counting(rule)));
        for (Fact fact : facts.of(event)) {
            for (Explained explained : book.explain(fact)) {
                Counting counting = rules.get(explained.rule().name());
                if (counting != null) {
                    counting.take(explained, fact);
                }
            }
        }
        return rules.values().stream().map(counting -> counting.hits(facts.span()));
    }

    /** A rule's counts while facts go by, those of a subject together. */
    private static final class Counting {
        private final RuleSummary rule;
        private final Count heard = new Count();
        private final Count fired = new Count();
        private final Map<Place, Count> conditions = new LinkedHashMap<>();
        private final Map<Place, String> texts = new HashMap<>();
        private final List<Example> latest = new ArrayList<>();
        private String fault = "";

        /** Where a condition stands. */
        private record Place(int line, int column) {}

        Counting(RuleSummary rule) {
            this.rule = rule;
        }

        void take(Explained explained, Fact fact) {
            Subject subject = fact.state().subject();
            heard.add(subject);
            fault = explained.fault().isEmpty() ? fault : explained.fault();
            explained.conditions().forEach(seen -> take(seen, subject));
            if (explained.fired()) {
                fired.add(subject);
                keep(new Example(subject.written(), fact.event().id(), fact.at()));
            }
        }

        private void take(Seen seen, Subject subject) {
            if (!seen.parts().isEmpty()) {
                seen.parts().forEach(part -> take(part, subject));
                return;
            }
            Place place = new Place(seen.line(), seen.column());
            Count count = conditions.computeIfAbsent(place, none -> new Count());
            texts.putIfAbsent(place, seen.text());
            if (seen.held()) {
                count.add(subject);
            }
        }

        /** Of each subject only its last; of all the latest few. */
        private void keep(Example example) {
            latest.removeIf(one -> one.subject().equals(example.subject()));
            latest.add(example);
            if (latest.size() > MEMBERS) {
                latest.remove(
                        latest.stream().min(Comparator.comparing(Example::at)).orElseThrow());
            }
        }

        RuleHits hits(PastFacts.Span span) {
            List<ConditionHits> held = new ArrayList<>();
            conditions.forEach((place, count) -> held.add(new ConditionHits(
                    texts.getOrDefault(place, ""), place.line(), place.column(), count.estimate(span.share()))));
            latest.sort(Comparator.comparing(Example::at).reversed());
            return new RuleHits(
                    rule,
                    heard.estimate(span.share()),
                    fired.estimate(span.share()),
                    fired.subjects,
                    held,
                    latest,
                    fault);
        }
    }

    /** How often something held, subject by subject. */
    private static final class Count {
        private @Nullable Subject current;
        private long ofCurrent;
        private long all;
        private long squares;
        private long subjects;

        void add(Subject subject) {
            if (!subject.equals(current)) {
                current = subject;
                ofCurrent = 0;
                subjects++;
            }
            // why: (n + 1)² is n² + 2n + 1, so the sum is right after every hit
            squares += 2 * ofCurrent + 1;
            ofCurrent++;
            all++;
        }

        Estimate estimate(double share) {
            return Estimate.of(all, squares, share);
        }
    }
}
