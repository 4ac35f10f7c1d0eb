package io.siyu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.message.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final List<Lane> LANES = List.of(Lane.URGENT, Lane.SERVICE, Lane.MARKETING);

    private final Desk desk = new Desk(new Silent());

    private record Silent() implements Channel {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Delivery deliver(Message message) {
            return new Delivery.Unknown("silence");
        }

        @Override
        public Standing standing(Message message) {
            return Standing.CANNOT_TELL;
        }
    }

    @Test
    void a_call_takes_as_much_as_waits_of_as_many_partitions_as_fill_it() {
        for (int partition = 0; partition < 9; partition++) {
            desk.offer(Lane.SERVICE, partition, 1);
            desk.offer(Lane.SERVICE, partition, 2);
        }
        assertThat(desk.take(LANES, 20))
                .isEqualTo(new Desk.Pick(
                        new Queue(Lane.SERVICE, "silent"),
                        Map.of(0, 3, 1, 3, 2, 3, 3, 3, 4, 3, 5, 3, 6, 2),
                        Map.of(6, 1L)));
        assertThat(desk.take(LANES, 20).shares()).containsExactly(Map.entry(7, 3), Map.entry(8, 3));
        assertThat(desk.take(LANES, 20).shares()).isEmpty();
    }

    @Test
    void no_partition_gets_a_whole_call_while_others_wait() {
        desk.found(Lane.SERVICE, 3, 64);
        desk.found(Lane.SERVICE, 1, 65);
        desk.found(Lane.SERVICE, 2, 1_000);
        desk.found(Lane.SERVICE, 0, 1_000);
        Desk.Pick pick = desk.take(LANES, 250);
        assertThat(pick.shares())
                .containsExactly(Map.entry(3, 64), Map.entry(1, 64), Map.entry(2, 64), Map.entry(0, 58));
        assertThat(pick.rest()).containsExactly(Map.entry(1, 1L), Map.entry(2, 936L), Map.entry(0, 942L));
    }

    @Test
    void what_is_seen_to_wait_is_not_counted_with_what_was_told_of_it() {
        desk.offer(Lane.SERVICE, 0, 3);
        desk.found(Lane.SERVICE, 0, 5);
        desk.found(Lane.SERVICE, 0, 4);
        assertThat(desk.take(LANES, 20).shares()).containsExactly(Map.entry(0, 5));
    }

    @Test
    void the_first_lane_with_something_is_taken_alone() {
        desk.offer(Lane.MARKETING, 0, 1);
        desk.offer(Lane.URGENT, 1, 1);
        assertThat(desk.take(LANES, 20).shares()).containsExactly(Map.entry(1, 1));
        assertThat(desk.take(List.of(Lane.URGENT, Lane.SERVICE), 20).shares()).isEmpty();
        assertThat(desk.take(LANES, 20).queue()).isEqualTo(new Queue(Lane.MARKETING, "silent"));
    }
}
