package io.siyu.dispatch.rate;

import static io.siyu.dispatch.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.AnsweringChannel;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateChannelTest {
    private static final Delivery SENT = new Delivery.Accepted("");

    private final AtomicLong nanos = new AtomicLong(7);
    private final AnsweringChannel vendor = new AnsweringChannel();
    private final RateChannel channel = new RateChannel(vendor, 10, nanos::get);

    @Test
    void hands_over_a_seconds_messages_and_tells_the_next_when_to_come() {
        for (int i = 0; i < 10; i++) {
            assertThat(channel.deliver(letter("m" + i))).isEqualTo(SENT);
        }
        assertThat(channel.deliver(letter("m10"))).isEqualTo(usedUp(Duration.ofMillis(100)));
        assertThat(vendor.handed()).hasSize(10);
    }

    @Test
    void hands_over_the_next_when_its_time_has_come() {
        for (int i = 0; i < 10; i++) {
            channel.deliver(letter("m" + i));
        }
        nanos.addAndGet(Duration.ofMillis(60).toNanos());
        assertThat(channel.deliver(letter("early"))).isEqualTo(usedUp(Duration.ofMillis(40)));
        nanos.addAndGet(Duration.ofMillis(40).toNanos());
        assertThat(channel.deliver(letter("due"))).isEqualTo(SENT);
    }

    @Test
    void hands_over_what_it_can_of_several() {
        for (int i = 0; i < 8; i++) {
            channel.deliver(letter("m" + i));
        }
        List<Delivery> answers = channel.deliver(List.of(letter("a"), letter("b"), letter("c")));
        assertThat(answers).containsExactly(SENT, SENT, usedUp(Duration.ofMillis(100)));
        assertThat(vendor.handed()).endsWith("a", "b").doesNotContain("c");
    }

    @Test
    void a_long_pause_saves_up_no_more_than_a_second() {
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        for (int i = 0; i < 30; i++) {
            channel.deliver(letter("m" + i));
        }
        assertThat(vendor.handed()).hasSize(10);
    }

    @Test
    void hands_on_what_it_is_asked_about_its_vendor() {
        assertThat(channel.name()).isEqualTo("post");
        assertThat(channel.concurrency()).isEqualTo(7);
        assertThat(channel.state()).isEqualTo(Channel.State.WORKING);
        assertThat(channel.standing(letter("m1"))).isEqualTo(Channel.Standing.ACCEPTED);
    }

    private static Delivery usedUp(Duration wait) {
        return new Delivery.Rejected("rate.used-up", Fault.LIMITED, wait);
    }
}
