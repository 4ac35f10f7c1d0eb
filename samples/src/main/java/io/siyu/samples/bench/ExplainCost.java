package io.siyu.samples.bench;

import io.siyu.decision.Ruling;
import io.siyu.decision.Witness;
import io.siyu.event.Event;
import io.siyu.member.Intent;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.load.LoadHouse;
import io.siyu.samples.bench.load.Workload;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs deciding that a house can tell why: pairs of runs in one process, one house whose rule book can explain and
 * was just asked to, and one whose book cannot.
 */
final class ExplainCost {
    private static final int ASKED = 2_000;
    private static final int SLICE = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Goal RATIO = Goal.of("explain.ratio", "× the rate without", Kind.RATIO, 0.99);

    private final Report report;
    private final Workload workload;
    private final Edition can;
    private final Edition cannot;
    private final List<Event> events;
    private long explained;

    ExplainCost(Report report, Workload workload, Edition edition, List<Event> events) {
        this.report = report;
        this.workload = workload;
        this.can = edition;
        this.cannot = edition.with(edition.campaigns(), new Unexplained(edition.rules()));
        this.events = events;
    }

    /** The rules of a book, and no more. */
    private record Unexplained(RuleBook book) implements RuleBook {
        @Override
        public RuleSession open() {
            return book.open();
        }

        @Override
        public List<RuleSummary> rules() {
            return book.rules();
        }
    }

    void measure(int pairs) {
        pair(true);
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            ratios.add(pair(pair % 2 == 0));
        }
        ratios.forEach(ratio -> report.sample(RATIO, ratio));
        report.sample(
                Goal.shown("explain.lowest", "× of a pair", Kind.RATIO),
                ratios.stream().mapToDouble(ratio -> ratio).min().orElse(0));
        report.sample(
                Goal.shown("explain.highest", "× of a pair", Kind.RATIO),
                ratios.stream().mapToDouble(ratio -> ratio).max().orElse(0));
        report.sample(Goal.shown("explain.telling", "× the rate without", Kind.RATIO), telling());
        report.says(
                "explain",
                pairs + " pairs of runs, alternating every " + SLICE
                        + " events, CPU of the deciding thread: a house whose"
                        + " rules can be explained, after " + ASKED
                        + " of its events were, against one whose cannot; telling:"
                        + " every event explained while it is decided, as nobody does; " + explained
                        + " rules were explained");
    }

    /** The rate of a house that can tell, and has just done so, over that of one that cannot. */
    private double pair(boolean presentFirst) {
        ask();
        // why: what is made first lies better in memory, so that is each of them as often.
        try (LoadHouse first = new LoadHouse(workload, presentFirst ? can : cannot);
                LoadHouse second = new LoadHouse(workload, presentFirst ? cannot : can)) {
            double ratio = alternate(first, second, events.size());
            return presentFirst ? ratio : 1 / ratio;
        }
    }

    private double telling() {
        try (LoadHouse present = new LoadHouse(workload, can, new Asking());
                LoadHouse absent = new LoadHouse(workload, cannot)) {
            return alternate(present, absent, Math.min(events.size(), 10 * ASKED));
        }
    }

    /** Both decide the same events, by turns and each first as often, so that a slower moment is one for both. */
    private double alternate(LoadHouse one, LoadHouse other, int many) {
        long ofOne = 0;
        long ofOther = 0;
        boolean first = true;
        for (int from = 0; from < many; from += SLICE) {
            List<Event> slice = events.subList(from, Math.min(many, from + SLICE));
            if (first) {
                ofOne += cpu(one, slice);
                ofOther += cpu(other, slice);
            } else {
                ofOther += cpu(other, slice);
                ofOne += cpu(one, slice);
            }
            first = !first;
        }
        return (double) ofOther / ofOne;
    }

    /** What deciding takes of this thread; collecting garbage and compiling are others' and come by chance. */
    private static long cpu(LoadHouse house, List<Event> slice) {
        long before = THREADS.getCurrentThreadCpuTime();
        slice.forEach(event -> house.decide(event, event.time()));
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /** Decides events again before a witness, as whoever asks why does. */
    private void ask() {
        try (LoadHouse house = new LoadHouse(workload, can, new Asking())) {
            events.stream().limit(ASKED).forEach(event -> house.decide(event, event.time()));
        }
    }

    /** Explains every fact it hears of. */
    private final class Asking implements Witness {
        @Override
        public void asked(Fact fact) {
            explained += can.rules().explain(fact).size();
        }

        @Override
        public void judged(Intent intent, List<Heard> guards, Ruling ruling) {
            explained += guards.isEmpty() ? 1 : 0;
        }
    }
}
