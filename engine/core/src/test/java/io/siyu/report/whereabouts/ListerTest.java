package io.siyu.report.whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.archive.PastEntry;
import io.siyu.archive.RecentPast;
import io.siyu.event.EntryKind;
import io.siyu.report.whereabouts.Whereabouts.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListerTest {
    private static final Instant NOON = Instant.parse("2026-11-04T12:00:00Z");
    private static final Act HELLO = new Act("club", "hello", "message");
    private static final Duration DAYS = Duration.ofDays(2);

    private final Log log = new Log();
    private final InMemoryWhereabouts kept = new InMemoryWhereabouts();
    private final Lister lister = new Lister(log, null, kept, DAYS);

    /** One partition's decided entries, a minute apart. */
    private static final class Log implements RecentPast {
        final List<PastEntry> entries = new ArrayList<>();

        void decided(String id, String rest) {
            String line = "{\"event\":\"e\",\"subject\":\"m\",\"proposal\":\"p" + id
                    + "\",\"text\":\"\\\"campaign\\\"\"," + rest + "}";
            add(EntryKind.EVENT, "{}", List.of(line));
        }

        void told(String id, String type, String data) {
            add(
                    EntryKind.RECEIPT,
                    "{\"type\":\"" + type + "\",\"data\":{\"message\":\"m" + id + "\"" + data + "}}",
                    List.of());
        }

        private void add(EntryKind kind, String event, List<String> decisions) {
            int position = entries.size() + 1;
            entries.add(new PastEntry(position, NOON.plus(Duration.ofMinutes(position)), kind, event, "", decisions));
        }

        @Override
        public List<Reach> reaches() {
            return List.of(new Reach(0, entries.size(), 0));
        }

        @Override
        public List<PastEntry> entries(int partition, long after, int limit) {
            return entries.stream()
                    .filter(entry -> entry.position() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public void archived(int partition, long position) {
            throw new UnsupportedOperationException("Nothing is archived here.");
        }
    }

    private static String hello(String rest) {
        return "\"campaign\":\"club\",\"step\":\"hello\",\"action\":\"send\"," + rest;
    }

    private static String sent() {
        return hello("\"verdict\":\"send\",\"message\":\"m\"");
    }

    private void list(Lister by) {
        boolean more = true;
        while (more) {
            more = by.round();
        }
    }

    @Test
    void lists_proposals_of_campaigns_and_what_receipts_say_of_them() {
        log.decided("a", sent());
        log.decided("b", "\"rule\":\"r\",\"action\":\"send\",\"verdict\":\"send\",\"message\":\"m\"");
        log.decided("c", "\"campaign\":\"club\",\"step\":\"gift\",\"action\":\"coupon\",\"verdict\":\"send\"");
        log.decided("d", hello("\"verdict\":\"hold\",\"reason\":\"quiet.hours\""));
        log.told("a", "message.failed", ",\"campaign\":\"club\",\"reason\":\"wrong number\"");
        log.told("a", "message.parked", ",\"campaign\":\"club\"");
        log.told("b", "message.sent", "");
        list(lister);
        assertThat(kept.groups("club"))
                .containsExactly(
                        new Group(new Act("club", "gift", "coupon"), Place.SENT, "", 1),
                        new Group(HELLO, Place.FAILED, "wrong number", 1),
                        new Group(HELLO, Place.HELD, "quiet.hours", 1));
        assertThat(lister.behind()).isZero();
    }

    @Test
    void two_nodes_list_nothing_twice_and_nothing_never() {
        Lister other = new Lister(log, null, kept, DAYS);
        for (int i = 0; i < 300; i++) {
            log.decided("s" + i, sent());
            (i % 3 == 0 ? lister : other).round();
        }
        list(other);
        list(lister);
        assertThat(kept.groups("club")).containsExactly(new Group(HELLO, Place.PENDING, "", 300));
        assertThat(kept.reached()).containsEntry(0, 300L);
    }

    @Test
    void a_store_that_lost_what_it_held_is_listed_anew() {
        log.decided("a", sent());
        log.decided("b", sent());
        list(lister);
        log.entries.remove(1);
        assertThat(lister.behind()).isZero();
        list(lister);
        assertThat(kept.groups("club")).containsExactly(new Group(HELLO, Place.PENDING, "", 1));
        assertThat(kept.named(List.of("b"))).isEmpty();
    }

    @Test
    void what_came_to_rest_is_forgotten_after_its_days() {
        log.decided("a", hello("\"verdict\":\"drop\",\"reason\":\"cap.global\""));
        log.decided("b", sent());
        list(lister);
        for (int minute = 0; minute < Duration.ofDays(3).toMinutes(); minute++) {
            log.told("b", "message.parked", ",\"campaign\":\"club\"");
        }
        list(lister);
        assertThat(kept.groups("club")).containsExactly(new Group(HELLO, Place.PENDING, "", 1));
    }
}
