package io.siyu.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.playbook.CatalogueFile;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Visits visits = new Visits();

    private static Entry entry(EntryKind kind) {
        return entry(kind, NOON);
    }

    private static Entry entry(EntryKind kind, Instant at) {
        String type = kind == EntryKind.EVENT ? "page.viewed" : "tick";
        return new Entry(
                1,
                at,
                kind,
                HouseEvent.of(CatalogueFile.shipped("CNY").require(type), "e").about(Subject.member("m1"), NOON));
    }

    /** Partitions 0 to 31, each at a scan. */
    private static Map<Integer, List<Entry>> scans() {
        Map<Integer, List<Entry>> batches = new TreeMap<>();
        for (int partition = 0; partition < 32; partition++) {
            batches.put(partition, List.of(entry(EntryKind.SCAN)));
        }
        return batches;
    }

    @Test
    void events_are_decided_however_many_partitions_have_some() {
        Map<Integer, List<Entry>> batches = scans();
        batches.replaceAll((partition, batch) -> List.of(entry(EntryKind.EVENT), entry(EntryKind.SCAN)));
        assertThat(visits.few(batches)).isEqualTo(batches);
    }

    @Test
    void of_many_scans_a_round_takes_a_few_and_events_elsewhere() {
        Map<Integer, List<Entry>> batches = scans();
        batches.put(7, List.of(entry(EntryKind.EVENT)));
        assertThat(visits.few(batches)).hasSize(Visits.MOST + 1).containsKey(7);
    }

    @Test
    void scans_with_events_behind_them_come_next_and_alone_but_for_one() {
        Map<Integer, List<Entry>> batches = scans();
        batches.put(30, List.of(entry(EntryKind.TICK), entry(EntryKind.EVENT)));
        batches.put(31, List.of(entry(EntryKind.SCAN), entry(EntryKind.RECEIPT), entry(EntryKind.EVENT)));
        assertThat(visits.few(batches)).containsOnlyKeys(0, 30, 31);
    }

    @Test
    void the_houses_own_entries_make_no_scan_come_first() {
        Map<Integer, List<Entry>> batches = scans();
        batches.put(30, List.of(entry(EntryKind.TICK), entry(EntryKind.RECEIPT)));
        assertThat(visits.few(batches)).hasSize(Visits.MOST).doesNotContainKey(30);
    }

    @Test
    void of_many_scans_with_events_behind_them_those_whose_event_came_first_are_taken() {
        Map<Integer, List<Entry>> batches = scans();
        batches.replaceAll((partition, batch) ->
                List.of(entry(EntryKind.SCAN), entry(EntryKind.EVENT, NOON.minusSeconds(partition))));
        assertThat(visits.few(batches)).containsOnlyKeys(0, 31, 30, 29, 28);
    }

    @Test
    void every_partition_gets_its_turn_whatever_waits_elsewhere() {
        Map<Integer, List<Entry>> batches = scans();
        batches.put(30, List.of(entry(EntryKind.TICK), entry(EntryKind.EVENT)));
        batches.put(31, List.of(entry(EntryKind.TICK), entry(EntryKind.EVENT)));
        Set<Integer> visited = new HashSet<>();
        for (int round = 0; round < 32; round++) {
            visited.addAll(visits.few(batches).keySet());
        }
        assertThat(visited).hasSize(32);
    }
}
