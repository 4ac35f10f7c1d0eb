package io.siyu.report.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.PastEntry;
import io.siyu.archive.Rebuild.Past;
import io.siyu.archive.RecentPast;
import io.siyu.archive.file.FileArchive;
import io.siyu.event.EntryKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparingTest {
    private static final Instant BEGIN = Instant.parse("2026-11-05T12:00:00Z");
    private static final int PARTITIONS = 16;

    private final List<List<PastEntry>> logs = new ArrayList<>();

    @TempDir
    private Path folder;

    private Comparing comparing(int partition, int partitions) {
        return new Comparing(new Past(new FileArchive(folder), new Logs()), BEGIN, partition, partitions);
    }

    ComparingTest() {
        IntStream.range(0, PARTITIONS).forEach(partition -> logs.add(new ArrayList<>()));
    }

    private void add(int partition, int second, String type, String... decisions) {
        List<PastEntry> log = logs.get(partition);
        log.add(new PastEntry(
                log.size() + 1L,
                BEGIN.plusSeconds(second),
                type.startsWith("message.") ? EntryKind.RECEIPT : EntryKind.EVENT,
                "{\"type\":\"" + type + "\"}",
                type.equals("bad") ? "it was bad" : "",
                List.of(decisions)));
    }

    @Test
    void counts_what_came_since_it_began_and_each_entry_once() {
        String send = "{\"rule\":\"Thanks\",\"verdict\":\"send\",\"message\":\"m1\"}";
        String drop =
                "{\"rule\":\"Thanks\",\"campaign\":\"c\",\"step\":\"s\",\"verdict\":\"drop\",\"reason\":\"promise.few\"}";
        for (int partition = 0; partition < PARTITIONS; partition++) {
            add(partition, -1, "order.placed", send);
            add(partition, 1, "order.placed", send);
        }
        add(3, 2, "order.placed", drop);
        Comparing comparing = comparing(3, PARTITIONS);
        Conduct first = comparing.look(2).canary();
        assertThat(first.events()).isEqualTo(2);
        assertThat(first.sent()).isEqualTo(1);
        assertThat(first.broken()).isEqualTo(1);
        assertThat(first.decisions()).containsKey(new Conduct.Kind("c", "s", "drop", "promise.few", false));

        add(3, 3, "message.failed");
        add(3, 4, "bad");
        Conduct second = comparing.look(2).canary();
        assertThat(second.events()).isEqualTo(3);
        assertThat(second.failed()).isEqualTo(1);
        assertThat(second.dead()).isEqualTo(1);
    }

    @Test
    void eight_others_spread_over_the_house_stand_for_the_rest() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            add(partition, 1, "order.placed");
        }
        assertThat(comparing(3, PARTITIONS).look(2).rest().events()).isEqualTo(8);
        Comparing two = comparing(1, 2);
        assertThat(two.look(2).rest().events()).isEqualTo(1);
    }

    /** Everything is recent. */
    private final class Logs implements RecentPast {
        @Override
        public List<Reach> reaches() {
            return IntStream.range(0, PARTITIONS)
                    .mapToObj(partition ->
                            new Reach(partition, logs.get(partition).size(), 0))
                    .toList();
        }

        @Override
        public List<PastEntry> entries(int partition, long after, int limit) {
            return logs.get(partition).stream()
                    .filter(entry -> entry.position() > after)
                    .limit(2)
                    .toList();
        }

        @Override
        public void archived(int partition, long position) {
            throw new UnsupportedOperationException();
        }
    }
}
