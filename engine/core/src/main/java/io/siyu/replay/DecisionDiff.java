package io.siyu.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How two runs over the same events decided differently, proposal by proposal: the last decision about each counts. The
 * first run is told whole before the second.
 */
public final class DecisionDiff {
    private static final int EXAMPLES = 3;
    private static final Comparator<Change> MOST = Comparator.comparingLong(Change::count)
            .reversed()
            .thenComparing(change -> change.any().origin())
            .thenComparing(change -> change.any().step())
            .thenComparing(change -> told(change.before()))
            .thenComparing(change -> told(change.after()));

    private final Map<Fate, Fate> fates = new HashMap<>();
    private final Map<String, Proposed> before = new HashMap<>();
    private final Map<String, Proposed> after = new HashMap<>();

    /** What one proposal came to, and for whom. */
    private record Proposed(String subject, Fate fate) {}

    /**
     * Proposals whose fates changed alike.
     *
     * @param before null if they were not proposed then
     * @param after null if they are not proposed now
     * @param subjects how many subjects
     * @param examples a few of them, in lexical order
     */
    public record Change(
            @Nullable Fate before, @Nullable Fate after, long count, long subjects, List<String> examples) {
        public Change {
            examples = List.copyOf(examples);
            if (before == null && after == null) {
                throw new IllegalArgumentException("A change has one side at least.");
            }
        }

        /** Either side, for what both share. */
        public Fate any() {
            Fate one = after == null ? before : after;
            return Objects.requireNonNull(one);
        }
    }

    /** A decision of the first run, in its order. */
    public void before(String proposal, String subject, Fate fate) {
        before.put(proposal, new Proposed(subject, shared(fate)));
    }

    /** A decision of the second run, in its order. */
    public void after(String proposal, String subject, Fate fate) {
        after.put(proposal, new Proposed(subject, shared(fate)));
    }

    private Fate shared(Fate fate) {
        Fate known = fates.putIfAbsent(fate, fate);
        return known == null ? fate : known;
    }

    /** How many proposals the first and the second run had. */
    public long proposals(boolean second) {
        return second ? after.size() : before.size();
    }

    /** What changed, the most first. */
    public List<Change> changes() {
        Map<Sides, Group> groups = new HashMap<>();
        before.forEach((proposal, one) -> {
            Proposed other = after.get(proposal);
            if (other == null || !other.fate().equals(one.fate())) {
                group(groups, one.fate(), other == null ? null : other.fate()).add(one.subject());
            }
        });
        after.forEach((proposal, one) -> {
            if (!before.containsKey(proposal)) {
                group(groups, null, one.fate()).add(one.subject());
            }
        });
        List<Change> changes = new ArrayList<>();
        groups.forEach((sides, group) -> changes.add(group.change(sides)));
        changes.sort(MOST);
        return changes;
    }

    private static Group group(Map<Sides, Group> groups, @Nullable Fate before, @Nullable Fate after) {
        return groups.computeIfAbsent(new Sides(before, after), sides -> new Group());
    }

    private static String told(@Nullable Fate fate) {
        return fate == null ? "" : fate.told();
    }

    private record Sides(@Nullable Fate before, @Nullable Fate after) {}

    private static final class Group {
        private final TreeSet<String> subjects = new TreeSet<>();
        private long count;

        void add(String subject) {
            count++;
            subjects.add(subject);
        }

        Change change(Sides sides) {
            List<String> examples = subjects.stream().limit(EXAMPLES).toList();
            return new Change(sides.before(), sides.after(), count, subjects.size(), examples);
        }
    }
}
