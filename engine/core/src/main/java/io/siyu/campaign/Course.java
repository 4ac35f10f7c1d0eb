package io.siyu.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a campaign laid out in written order, each with what follows it.
 *
 * <p>Acts, splits' chances and ends have ids of their own. Waits, branches and splits are named after their place: {@code
 * wait-2} is the second step, {@code branch-4} the fourth, {@code branch-4.1} its first path and {@code wait-4.1.2} the
 * second step of that.
 */
public final class Course {

    /** Stands for the end of the course. */
    public static final int END = -1;

    private final List<Stop> stops;
    private final Map<String, Integer> places = new HashMap<>();

    private Course(List<Stop> stops) {
        this.stops = List.copyOf(stops);
        for (int i = 0; i < stops.size(); i++) {
            Step step = stops.get(i).step();
            // why: nobody goes on at a plain wait but behind it, so its name is free for an act
            if (!(step instanceof Step.Wait) && !(step instanceof Step.Until)) {
                places.putIfAbsent(stops.get(i).id(), i);
            }
        }
    }

    /**
     * A step in its place.
     *
     * @param id its own, or the one it has by its place
     * @param next where it goes on behind it and all it holds, or {@link #END}
     * @param ways where each of its paths begins; that of an empty path is {@code next}
     */
    public record Stop(String id, Step step, int next, List<Integer> ways) {
        public Stop {
            ways = List.copyOf(ways);
        }
    }

    /** The course of these steps. */
    public static Course of(List<Step> steps) {
        Layout layout = new Layout();
        layout.lay(steps, "", END);
        return new Course(layout.finished());
    }

    /** All stops, in written order; a member begins at the first. */
    public List<Stop> stops() {
        return stops;
    }

    /** The stop at an index that another one names. */
    public Stop stop(int index) {
        return stops.get(index);
    }

    /** The index of the stop with this id, or {@link #END} if the course has none. */
    public int find(String id) {
        return places.getOrDefault(id, END);
    }

    /** All that is done on the way, on every path. */
    public List<Step.Act> acts() {
        return stops.stream()
                .map(Stop::step)
                .filter(Step.Act.class::isInstance)
                .map(Step.Act.class::cast)
                .toList();
    }

    /** The paths a step holds, in written order. */
    public static List<List<Step>> paths(Step step) {
        if (step instanceof Step.Branch branch) {
            return branch.paths().stream().map(Step.Path::steps).toList();
        }
        if (step instanceof Step.Split split) {
            return split.parts().stream().map(Step.Part::steps).toList();
        }
        return step instanceof Step.Await await ? List.of(await.then(), await.otherwise()) : List.of();
    }

    private static String id(Step step, String place) {
        if (step instanceof Step.Act act) {
            return act.id();
        }
        if (step instanceof Step.End end) {
            return end.id();
        }
        String word = step instanceof Step.Branch ? "branch-" : step instanceof Step.Split ? "split-" : "wait-";
        return word + place;
    }

    /** Stops being laid out: what follows a step is known only behind all it holds. */
    private static final class Layout {
        private final List<Laid> all = new ArrayList<>();

        private static final class Laid {
            final String id;
            final Step step;
            final int parent;
            int sibling = END;
            final List<Integer> ways = new ArrayList<>();

            Laid(String id, Step step, int parent) {
                this.id = id;
                this.step = step;
                this.parent = parent;
            }
        }

        void lay(List<Step> steps, String above, int parent) {
            Laid before = null;
            for (int i = 0; i < steps.size(); i++) {
                String place = above + (i + 1);
                Laid laid = new Laid(Course.id(steps.get(i), place), steps.get(i), parent);
                if (before != null) {
                    before.sibling = all.size();
                }
                before = laid;
                int index = all.size();
                all.add(laid);
                int path = 0;
                for (List<Step> inside : paths(laid.step)) {
                    path++;
                    laid.ways.add(inside.isEmpty() ? END : all.size());
                    lay(inside, place + "." + path + ".", index);
                }
            }
        }

        List<Stop> finished() {
            List<Stop> stops = new ArrayList<>();
            for (Laid laid : all) {
                int next = next(laid);
                List<Integer> ways =
                        laid.ways.stream().map(way -> way == END ? next : way).toList();
                stops.add(new Stop(laid.id, laid.step, next, ways));
            }
            return stops;
        }

        private int next(Laid laid) {
            Laid at = laid;
            while (at.sibling == END && at.parent != END) {
                at = all.get(at.parent);
            }
            return at.sibling;
        }
    }
}
