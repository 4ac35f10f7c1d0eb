package io.siyu.web.live;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How fast events come in.
 *
 * @param total events since the house was founded
 * @param perSecond events of each of the last seconds by the wall clock, oldest first
 */
public record Flow(long total, List<Long> perSecond) {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 48;

    public Flow {
        perSecond = List.copyOf(perSecond);
    }

    /** Events in the second that ended last. */
    public long rate() {
        return perSecond.isEmpty() ? 0 : perSecond.get(perSecond.size() - 1);
    }

    /** The highest second shown. */
    public long peak() {
        return perSecond.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The seconds as the points of an SVG line, 240 wide and 48 high. */
    public String points() {
        long top = Math.max(1, peak());
        int last = Math.max(1, perSecond.size() - 1);
        return IntStream.range(0, perSecond.size())
                .mapToObj(second -> String.format(
                        Locale.ROOT,
                        "%d,%d",
                        second * WIDTH / last,
                        HEIGHT - 1 - perSecond.get(second) * (HEIGHT - 2) / top))
                .collect(Collectors.joining(" "));
    }
}
