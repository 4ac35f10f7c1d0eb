package io.siyu.replay.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves out whatever can be left out: the algorithm ddmin of Zeller and Hildebrandt (Simplifying and Isolating
 * Failure-Inducing Input, 2002). Of what remains nothing can be left out alone. The same input gives the same result.
 */
final class Reduction<T> {
    private final Predicate<List<T>> shows;

    private Reduction(Predicate<List<T>> shows) {
        this.shows = shows;
    }

    /**
     * A part of {@code all}, in its order, that still shows it.
     *
     * @param shows true for all of them; asked about smaller and smaller parts
     */
    static <T> List<T> of(List<T> all, Predicate<List<T>> shows) {
        return new Reduction<>(shows).fewest(all);
    }

    private List<T> fewest(List<T> all) {
        List<T> left = all;
        int parts = 2;
        while (left.size() >= 2) {
            int size = (left.size() + parts - 1) / parts;
            List<T> one = onePart(left, size);
            List<T> less = one.isEmpty() && parts > 2 ? withoutOnePart(left, size) : one;
            if (!less.isEmpty()) {
                parts = one.isEmpty() ? Math.max(parts - 1, 2) : 2;
                left = less;
            } else if (size == 1) {
                return left;
            } else {
                parts = Math.min(left.size(), 2 * parts);
            }
        }
        return left;
    }

    private List<T> onePart(List<T> left, int size) {
        for (int from = 0; from < left.size(); from += size) {
            List<T> part = left.subList(from, Math.min(from + size, left.size()));
            if (part.size() < left.size() && shows.test(part)) {
                return List.copyOf(part);
            }
        }
        return List.of();
    }

    private List<T> withoutOnePart(List<T> left, int size) {
        for (int from = 0; from < left.size(); from += size) {
            List<T> others = new ArrayList<>(left.subList(0, from));
            others.addAll(left.subList(Math.min(from + size, left.size()), left.size()));
            if (shows.test(others)) {
                return others;
            }
        }
        return List.of();
    }
}
