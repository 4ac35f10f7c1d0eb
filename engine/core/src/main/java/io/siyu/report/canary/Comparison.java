package io.siyu.report.canary;

import io.siyu.report.canary.Conduct.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * One partition under a new edition beside others under the old one. Members are spread over partitions by hash, so by
 * chance alone both would do the same for as many events; what differs by more than chance is the edition's doing.
 *
 * @param others how many partitions the rest is of
 * @param within how many times as many, or as few, messages a change may bring; above 1
 */
public record Comparison(Conduct canary, Conduct rest, int others, double within) {
    /** why: asked every few seconds for hours, a test at the usual 1 in 20 would cry out by chance. */
    private static final double CHANCE = 1e-5;

    /** why: before that, how many events came to either side is chance itself. */
    private static final long FEWEST_EVENTS = 50;

    static final Comparator<Kind> BY_WORDS = Comparator.comparing(Kind::origin)
            .thenComparing(Kind::step)
            .thenComparing(Kind::verdict)
            .thenComparing(Kind::reason)
            .thenComparing(Kind::message);

    /** What speaks against an edition. */
    public enum Against {
        /** Entries it could not decide, more often than the others. */
        DEAD,
        /** Promises it would have broken, more often than the others. */
        BROKEN,
        /** Messages that never arrived, by more than was said to be within reason. */
        FAILED,
        /** More messages than was said to be within reason. */
        MORE,
        /** Fewer messages than was said to be within reason. */
        FEWER;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The word used in answers. */
        public String word() {
            return word;
        }
    }

    /**
     * Decisions of one kind on both sides.
     *
     * @param differs whether by more than chance
     */
    public record Line(Kind kind, long canary, long rest, boolean differs) {}

    public Comparison {
        if (!(within > 1)) {
            throw new IllegalArgumentException(
                    "Messages may become so many times as many: above 1, not " + within + ".\nMaybe 2.");
        }
    }

    /** What speaks against the new edition so far, the gravest first; nothing if it may stay. */
    public List<Against> against() {
        List<Against> against = new ArrayList<>();
        boolean heard = Math.min(canary.events(), rest.events()) >= FEWEST_EVENTS;
        if (isOftener(canary.dead(), rest.dead())) {
            against.add(Against.DEAD);
        }
        if (isOftener(canary.broken(), rest.broken())) {
            against.add(Against.BROKEN);
        }
        if (heard && isMore(canary.failed(), rest.failed(), within)) {
            against.add(Against.FAILED);
        }
        if (heard && isMore(canary.sent(), rest.sent(), within)) {
            against.add(Against.MORE);
        }
        if (heard && isFewer(canary.sent(), rest.sent(), 1 / within)) {
            against.add(Against.FEWER);
        }
        return against;
    }

    /** Every kind of decision, those that differ by more than chance first, then the most frequent. */
    public List<Line> lines() {
        Set<Kind> kinds = new HashSet<>(canary.decisions().keySet());
        kinds.addAll(rest.decisions().keySet());
        return kinds.stream()
                .map(this::line)
                .sorted(Comparator.comparing((Line line) -> !line.differs())
                        .thenComparing(line -> -line.canary() - line.rest())
                        .thenComparing(Line::kind, BY_WORDS))
                .toList();
    }

    private Line line(Kind kind) {
        long here = canary.decisions().getOrDefault(kind, 0L);
        long there = rest.decisions().getOrDefault(kind, 0L);
        return new Line(kind, here, there, isMore(here, there, 1) || isFewer(here, there, 1));
    }

    /** Whether it happens here at all, and oftener than there; what must not happen needs no proof. */
    private boolean isOftener(long here, long there) {
        return here > 0 && (double) here * rest.events() > (double) there * canary.events();
    }

    /** Whether there are more here than {@code times} as many as there, and that not by chance. */
    private boolean isMore(long here, long there, double times) {
        return here > 0
                && shares(times)
                        .allMatch(share ->
                                spread(here, there, share).survivalProbability(Math.toIntExact(here - 1)) < CHANCE);
    }

    private boolean isFewer(long here, long there, double times) {
        return there > 0
                && shares(times)
                        .allMatch(share ->
                                spread(here, there, share).cumulativeProbability(Math.toIntExact(here)) < CHANCE);
    }

    /**
     * The share of all that would be here if there were {@code times} as many: by the events that came, and by the members, who
     * are spread evenly. What schedules bring goes by members, what events bring by events; either may be what one sees.
     */
    private DoubleStream shares(double times) {
        double events = times * Math.max(canary.events(), 1);
        return DoubleStream.of(events / (events + Math.max(rest.events(), 1)), times / (times + others));
    }

    private static BinomialDistribution spread(long here, long there, double share) {
        return BinomialDistribution.of(Math.toIntExact(here + there), share);
    }
}
