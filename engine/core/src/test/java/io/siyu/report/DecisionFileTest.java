package io.siyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionFileTest {
    private static final Instant START = Instant.parse("2026-11-05T12:00:00Z");

    @Test
    void orders_all_partitions_by_time_partition_position_and_ordinal() throws IOException {
        Kept kept = new Kept(3, 5_000);
        List<String> expected = kept.all().stream()
                .sorted(Comparator.comparing(Told::at)
                        .thenComparing(Told::partition)
                        .thenComparing(Told::position)
                        .thenComparing(Told::ordinal))
                .map(Told::line)
                .toList();
        List<String> lines = written(kept);
        assertThat(lines).hasSize(15_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i))
                    .isEqualTo("{\"seq\":" + (i + 1) + "," + expected.get(i).substring(1));
        }
    }

    @Test
    void holds_few_decisions_however_many_there_are() throws IOException {
        Kept kept = new Kept(64, 300);
        assertThat(written(kept)).hasSize(64 * 300);
        assertThat(kept.largest * kept.partitions()).isLessThanOrEqualTo(8_192);
    }

    @Test
    void is_empty_for_a_house_that_decided_nothing() throws IOException {
        assertThat(written(new Kept(4, 0))).isEmpty();
    }

    private static List<String> written(KeptDecisions kept) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long count = DecisionFile.write(kept, out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(count).isEqualTo(lines.size());
        return lines;
    }

    /** So many decisions in each partition, many of them at the same moment. */
    private static final class Kept implements KeptDecisions {
        private final List<List<Told>> kept = new ArrayList<>();
        private int largest;

        Kept(int partitions, int each) {
            Random random = new Random(7);
            for (int partition = 0; partition < partitions; partition++) {
                List<Told> decisions = new ArrayList<>();
                Instant at = START;
                for (int i = 0; i < each; i++) {
                    at = at.plusSeconds(random.nextInt(2));
                    decisions.add(told(partition, i / 2 + 1, i % 2, at));
                }
                kept.add(decisions);
            }
        }

        private static Told told(int partition, long position, int ordinal, Instant at) {
            String line = "{\"at\":\"" + at + "\",\"event\":\"" + partition + "-" + position + "-" + ordinal + "\"}";
            return new Told(
                    partition,
                    position,
                    ordinal,
                    at,
                    "m",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    Verdict.DROP,
                    "",
                    null,
                    "",
                    line);
        }

        List<Told> all() {
            return kept.stream().flatMap(List::stream).toList();
        }

        @Override
        public int partitions() {
            return kept.size();
        }

        @Override
        public List<Told> decisions(int partition, @Nullable Told after, int limit) {
            List<Told> all = kept.get(partition);
            int from = after == null ? 0 : all.indexOf(after) + 1;
            largest = Math.max(largest, limit);
            return all.subList(from, Math.min(all.size(), from + limit));
        }
    }
}
