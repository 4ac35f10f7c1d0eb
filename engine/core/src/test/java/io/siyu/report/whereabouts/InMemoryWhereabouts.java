package io.siyu.report.whereabouts;

import io.siyu.report.whereabouts.Move.Proposed;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where proposals are, for as long as a test lasts. */
public final class InMemoryWhereabouts implements Whereabouts {
    private static final Comparator<Found> NEWEST_FIRST =
            Comparator.comparing(Found::at).thenComparing(Found::id).reversed();

    private final Map<Integer, Long> reached = new TreeMap<>();
    private final Map<Integer, Map<String, Found>> partitions = new TreeMap<>();

    private List<Found> all() {
        return partitions.values().stream().flatMap(of -> of.values().stream()).toList();
    }

    @Override
    public synchronized Map<Integer, Long> reached() {
        return new TreeMap<>(reached);
    }

    @Override
    public synchronized void begin(int partition) {
        reached.put(partition, 0L);
        partitions.put(partition, new HashMap<>());
    }

    @Override
    public synchronized boolean take(List<Stretch> stretches) {
        for (Stretch stretch : stretches) {
            if (reached.getOrDefault(stretch.partition(), -1L) != stretch.after()) {
                return false;
            }
        }
        for (Stretch stretch : stretches) {
            reached.put(stretch.partition(), stretch.through());
            stretch.moves().forEach(move -> move(partitions.get(stretch.partition()), move));
        }
        return true;
    }

    private static void move(Map<String, Found> rows, Move move) {
        Found before = rows.get(move.id());
        Proposed proposed = move.proposed();
        if (proposed != null) {
            rows.put(
                    move.id(),
                    new Found(
                            move.id(),
                            proposed.act(),
                            proposed.variant(),
                            proposed.subject(),
                            proposed.event(),
                            move.place(),
                            move.reason(),
                            move.at()));
        } else if (before != null) {
            rows.put(
                    move.id(),
                    new Found(
                            move.id(),
                            before.act(),
                            before.variant(),
                            before.subject(),
                            before.event(),
                            move.place(),
                            move.reason(),
                            move.at()));
        }
    }

    @Override
    public synchronized List<Group> groups(String campaign) {
        Map<List<Object>, Long> amounts = all().stream()
                .filter(found -> found.act().campaign().equals(campaign))
                .collect(Collectors.groupingBy(
                        found -> List.of(found.act(), found.place(), found.reason()), Collectors.counting()));
        return amounts.entrySet().stream()
                .map(one -> new Group(
                        (Act) one.getKey().get(0),
                        (Place) one.getKey().get(1),
                        (String) one.getKey().get(2),
                        one.getValue()))
                .sorted(Comparator.comparing((Group group) -> group.act().step())
                        .thenComparing(group -> group.act().act())
                        .thenComparing(group -> group.place().word())
                        .thenComparing(Group::reason))
                .toList();
    }

    @Override
    public synchronized List<Found> page(Group group, @Nullable Mark after, int limit) {
        return all().stream()
                .filter(found -> found.act().equals(group.act())
                        && found.place() == group.place()
                        && found.reason().equals(group.reason()))
                .filter(found -> after == null
                        || found.at().isBefore(after.at())
                        || (found.at().equals(after.at()) && found.id().compareTo(after.id()) < 0))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Found> named(Collection<String> ids) {
        return all().stream().filter(found -> ids.contains(found.id())).toList();
    }

    @Override
    public synchronized void forget(Instant before) {
        partitions
                .values()
                .forEach(rows -> rows.values()
                        .removeIf(found -> found.at().isBefore(before)
                                && !Set.of(Place.HELD, Place.PENDING).contains(found.place())));
    }

    /** Whether both were told the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InMemoryWhereabouts kept
                && reached.equals(kept.reached)
                && partitions.equals(kept.partitions);
    }

    @Override
    public int hashCode() {
        return reached.hashCode();
    }

    @Override
    public String toString() {
        return reached + " " + partitions;
    }
}
