package io.siyu.archive;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far each partition's log was ever seen, and what was missing of it since.
 *
 * @param reached the last entry seen, by partition
 * @param lost how many entries are missing that were seen, by partition; empty when nothing was lost, or all is acknowledged
 * @param noticed when the first of them was missed; null when none is
 */
public record HighMarks(
        Map<Integer, Mark> reached,
        Map<Integer, Long> lost,
        @Nullable Instant noticed) {
    /** Nothing was seen yet. */
    public static final HighMarks NONE = new HighMarks(Map.of(), Map.of(), null);

    public HighMarks {
        reached = Map.copyOf(reached);
        lost = Map.copyOf(lost);
    }

    /** An entry by its position, and by its log time, which another entry in the same place would not have. */
    public record Mark(long position, Instant at) {}

    /** These entries were seen. */
    public HighMarks with(Map<Integer, Mark> seen) {
        Map<Integer, Mark> all = new TreeMap<>(reached);
        all.putAll(seen);
        return new HighMarks(all, lost, noticed);
    }

    /** So many entries are missing, as was noticed now; what was missed before stays missed. */
    public HighMarks missing(Map<Integer, Long> entries, Instant now) {
        Map<Integer, Long> all = new TreeMap<>(lost);
        entries.forEach((partition, count) -> all.merge(partition, count, Math::max));
        return new HighMarks(reached, all, noticed == null ? now : noticed);
    }
}
