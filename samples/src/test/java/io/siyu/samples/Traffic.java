package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.report.KeptDecisions;
import io.siyu.report.Told;
import io.siyu.web.publish.Publishing.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Orders that come to a house at a steady rate while somebody works with it, and whether each was decided once. */
final class Traffic implements AutoCloseable {
    private static final int BATCHES_A_SECOND = 10;
    /** Members who order by turns: m0, m1 … */
    static final int MEMBERS = 2_000;

    private static final int HUNDRED = 100;
    private static final int PAGE = 2_000;
    private static final int ACCEPTED = 202;

    private final Function<List<String>, Integer> door;
    private final int batch;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Instant began = Instant.now();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final ScheduledFuture<?> sending;
    private volatile @Nullable RuntimeException broken;
    private @Nullable Instant ended;

    /** @param door takes lines of events and answers with a status; what is not 202 comes again */
    private Traffic(Function<List<String>, Integer> door, int perSecond) {
        this.door = door;
        this.batch = perSecond / BATCHES_A_SECOND;
        long gap = Duration.ofSeconds(1).toNanos() / BATCHES_A_SECOND;
        this.sending = clock.scheduleAtFixedRate(this::send, gap, gap, TimeUnit.NANOSECONDS);
    }

    /** Orders {@code o0}, {@code o1} … of 1 to 100 euros by turns, so many a second, from now on. */
    static Traffic start(HttpHouse house, int perSecond) {
        return start(lines -> house.send(lines).statusCode(), perSecond);
    }

    /** The same through another door. */
    static Traffic start(Function<List<String>, Integer> door, int perSecond) {
        return new Traffic(door, perSecond);
    }

    private void send() {
        try {
            List<String> lines = IntStream.range(accepted(), accepted() + batch)
                    .mapToObj(i -> LivePlaybook.order("m" + i % MEMBERS, "o" + i, 1 + i % HUNDRED))
                    .toList();
            if (door.apply(lines) == ACCEPTED) {
                accepted.addAndGet(batch);
            } else {
                turnedAway.addAndGet(batch);
            }
        } catch (RuntimeException e) { // why: told by whoever ends the traffic
            broken = e;
        }
    }

    /** Orders accepted so far; those are {@code o0} to the one before. */
    int accepted() {
        return accepted.get();
    }

    /** Waits for so many more orders. */
    void more(int orders) {
        int before = accepted();
        LiveServer.await("more orders", () -> accepted() >= before + orders, this::told);
    }

    /** Sends no more. */
    void stop() {
        sending.cancel(false);
        clock.shutdown();
        LiveServer.await("the last batch", clock::isTerminated);
        ended = ended == null ? Instant.now() : ended;
        assertThat(broken).isNull();
    }

    /** What came of it, in words. */
    String told() {
        Instant end = ended == null ? Instant.now() : ended;
        double seconds = Duration.between(began, end).toMillis() / 1_000.0;
        return String.format(
                Locale.ROOT,
                "%,d orders accepted in %.1f s, %.0f a second; %,d turned away and sent again",
                accepted(),
                seconds,
                accepted() / seconds,
                turnedAway.get());
    }

    /**
     * Each order was decided once by a rule that answers them all, by one edition, and editions followed each other in a
     * partition as they were published for it.
     */
    void requireEachDecidedOnce(KeptDecisions kept, String everyOrder, List<Published> newestFirst) {
        Map<String, String> editionOf = new HashMap<>();
        Set<String> answered = new HashSet<>();
        for (int partition = 0; partition < kept.partitions(); partition++) {
            List<String> seen = new ArrayList<>();
            Told last = null;
            List<Told> page = kept.decisions(partition, null, PAGE);
            while (!page.isEmpty()) {
                for (Told told : page) {
                    note(told, seen, editionOf);
                    if (told.rule().equals(everyOrder)) {
                        assertThat(answered.add(told.event())).as(told.line()).isTrue();
                    }
                    last = told;
                }
                page = kept.decisions(partition, last, PAGE);
            }
            assertThat(published(partition, newestFirst)).containsSubsequence(seen);
        }
        assertThat(answered).hasSize(accepted());
    }

    private static void note(Told told, List<String> seen, Map<String, String> editionOf) {
        String before = editionOf.putIfAbsent(told.event(), told.edition());
        assertThat(before).as(told.line()).isIn(null, told.edition());
        if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(told.edition())) {
            seen.add(told.edition());
        }
    }

    /** The editions a partition was told of, in order. */
    private static List<String> published(int partition, List<Published> newestFirst) {
        List<String> editions = new ArrayList<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Published one = newestFirst.get(i);
            if (one.only() == null || one.only() == partition) {
                editions.add(one.edition());
            }
        }
        return editions;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
