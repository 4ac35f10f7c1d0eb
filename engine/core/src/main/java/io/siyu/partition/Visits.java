package io.siyu.partition;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads ticks and scans over the rounds of a worker. Each visits many subjects and is decided and written whole; with
 * one of every partition in a round, an order that comes meanwhile would wait for them all.
 */
final class Visits {
    /** Most of them in one round. */
    static final int MOST = 4;

    private final Map<Integer, Long> visited = new HashMap<>();
    private long rounds;

    /** Whether this entry visits subjects that the store's indexes name. */
    static boolean is(Entry entry) {
        return entry.kind() == EntryKind.TICK || entry.kind() == EntryKind.SCAN;
    }

    /** Whom this entry visits; not for others. */
    static Visit of(int partition, Entry entry) {
        return entry.kind() == EntryKind.TICK ? Ticks.visit(partition, entry) : Scans.visit(partition, entry);
    }

    /**
     * What to decide in this round: the batches without those that begin with a visit, but for the one that waits longest
     * and few others, first those behind which other entries wait.
     */
    Map<Integer, List<Entry>> few(Map<Integer, List<Entry>> batches) {
        rounds++;
        Map<Integer, List<Entry>> few = new LinkedHashMap<>(batches);
        List<Integer> visiting = new ArrayList<>();
        few.forEach((partition, batch) -> {
            if (is(batch.get(0))) {
                visiting.add(partition);
            }
        });
        Comparator<Integer> longest = Comparator.comparing(partition -> visited.getOrDefault(partition, 0L));
        for (int left = MOST; left > 0 && !visiting.isEmpty(); left--) {
            Integer next = Collections.min(
                    visiting, left == MOST ? longest : waiting(batches).thenComparing(longest));
            visiting.remove(next);
            visited.put(next, rounds);
        }
        few.keySet().removeAll(visiting);
        return few;
    }

    private static Comparator<Integer> waiting(Map<Integer, List<Entry>> batches) {
        return Comparator.comparing(
                partition -> batches.getOrDefault(partition, List.of()).size() <= 1);
    }
}
