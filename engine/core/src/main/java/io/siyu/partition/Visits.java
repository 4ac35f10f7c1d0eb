package io.siyu.partition;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
     * and few others: those behind which events from outside wait, and only if there are none any others.
     */
    Map<Integer, List<Entry>> few(Map<Integer, List<Entry>> batches) {
        rounds++;
        Map<Integer, List<Entry>> few = new LinkedHashMap<>(batches);
        List<Integer> visiting = new ArrayList<>();
        Map<Integer, Instant> awaited = new LinkedHashMap<>();
        few.forEach((partition, batch) -> {
            if (is(batch.get(0))) {
                visiting.add(partition);
                batch.stream()
                        .filter(entry -> entry.kind() == EntryKind.EVENT)
                        .findFirst()
                        .ifPresent(event -> awaited.put(partition, event.at()));
            }
        });
        visiting.sort(Comparator.comparing(partition -> visited.getOrDefault(partition, 0L)));
        Set<Integer> chosen = new HashSet<>(visiting.subList(0, Math.min(1, visiting.size())));
        Stream<Integer> others = awaited.isEmpty()
                ? visiting.stream()
                : awaited.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
        others.limit(MOST).forEach(chosen::add);
        chosen.forEach(partition -> visited.put(partition, rounds));
        visiting.removeAll(chosen);
        few.keySet().removeAll(visiting);
        return few;
    }
}
