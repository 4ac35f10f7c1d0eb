package io.siyu.dispatch.circuit;

import static io.siyu.dispatch.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.dispatch.AnsweringChannel;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Channel.State;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.dispatch.HandClock;
import io.siyu.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircuitChannelTest {
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration OVER = REST.plusMillis(1);
    private static final Delivery ILL = new Delivery.Rejected("webhook.503", Fault.PASSING);
    private static final Delivery WELL = new Delivery.Accepted("");

    private final HandClock clock = new HandClock(Instant.parse("2026-11-11T08:00:00Z"));
    private final AnsweringChannel vendor = new AnsweringChannel();
    private final CircuitChannel channel = new CircuitChannel(vendor, new CircuitChannel.Fuse(10, 50, REST, 2), clock);

    @Test
    void stays_closed_below_the_sample_whatever_fails() {
        vendor.answers(ILL);
        send(9);
        assertThat(channel.state()).isEqualTo(State.WORKING);
        assertThat(vendor.handed()).hasSize(9);
    }

    @Test
    void stays_closed_below_the_share_that_must_fail() {
        vendor.answers(ILL);
        send(4);
        vendor.answers(WELL);
        send(6);
        assertThat(channel.state()).isEqualTo(State.WORKING);
    }

    @Test
    void opens_at_the_sample_and_answers_by_itself_when_to_come_again() {
        open();
        clock.pass(Duration.ofSeconds(10));
        assertThat(channel.deliver(letter("late")))
                .isEqualTo(new Delivery.Rejected("circuit.open", Fault.RESTING, Duration.ofMillis(20_001)));
        assertThat(vendor.handed()).hasSize(10).doesNotContain("late");
        assertThat(channel.state()).isEqualTo(State.RESTING);
    }

    @Test
    void a_call_nobody_answered_counts_as_a_failure() {
        vendor.answers(new Delivery.Unknown("webhook.timeout"));
        send(10);
        assertThat(channel.state()).isEqualTo(State.RESTING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FINAL", "LIMITED", "EXPIRED", "RESTING"})
    void a_refusal_that_is_no_illness_never_opens_it(Fault fault) {
        vendor.answers(new Delivery.Rejected("no", fault));
        send(100);
        assertThat(vendor.handed()).hasSize(100);
        assertThat(channel.state()).isEqualTo(State.WORKING);
    }

    @Test
    void lets_a_few_try_after_its_rest_and_closes_when_they_succeed() {
        open();
        vendor.answers(WELL);
        clock.pass(OVER);
        assertThat(channel.deliver(letter("first"))).isEqualTo(WELL);
        assertThat(channel.state()).isEqualTo(State.TRYING);
        assertThat(channel.deliver(letter("second"))).isEqualTo(WELL);
        assertThat(channel.state()).isEqualTo(State.WORKING);
    }

    @Test
    void opens_for_another_rest_when_those_that_try_fail() {
        open();
        clock.pass(OVER);
        List<Delivery> tried = channel.deliver(letters(5));
        assertThat(tried.subList(0, 2)).containsOnly(ILL);
        assertThat(tried.subList(2, 5)).containsOnly(new Delivery.Rejected("circuit.open", Fault.RESTING, OVER));
        assertThat(channel.state()).isEqualTo(State.RESTING);
    }

    @Test
    void a_trial_that_tells_nothing_makes_way_for_another() {
        open();
        clock.pass(OVER);
        vendor.answers(new Delivery.Rejected("webhook.429", Fault.LIMITED));
        send(5);
        assertThat(vendor.handed()).hasSize(15);
        assertThat(channel.state()).isEqualTo(State.TRYING);
    }

    @Test
    void hands_on_what_it_is_asked_about_its_vendor() {
        assertThat(channel.name()).isEqualTo("post");
        assertThat(channel.concurrency()).isEqualTo(7);
        assertThat(channel.standing(letter("m1"))).isEqualTo(Channel.Standing.ACCEPTED);
    }

    @Test
    void a_vendor_that_throws_spends_no_trial() {
        Channel broken = new CircuitChannel(new Broken(), new CircuitChannel.Fuse(1, 50, REST, 1), clock);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> broken.deliver(letter("m1"))).hasMessage("broken");
        }
        assertThat(broken.state()).isEqualTo(State.WORKING);
    }

    private record Broken() implements Channel {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Delivery deliver(Message message) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Standing standing(Message message) {
            return Standing.CANNOT_TELL;
        }
    }

    private void open() {
        vendor.answers(ILL);
        send(10);
        assertThat(channel.state()).isEqualTo(State.RESTING);
    }

    private void send(int count) {
        letters(count).forEach(channel::deliver);
    }

    private static List<Message> letters(int count) {
        return IntStream.range(0, count).mapToObj(i -> letter("m" + i)).toList();
    }
}
