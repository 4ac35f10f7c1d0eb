package io.siyu.dispatch.circuit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.message.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A channel that rests while its vendor is ill: once too many of its last calls failed it answers by itself, then lets a
 * few through to see. Only what the vendor's illness does counts, never a wrong message or an exceeded rate.
 */
public final class CircuitChannel implements Channel {

    private static final int TRYING_SHARE = 10;
    // why: the breaker tries again after its rest, not at its end.
    private static final Duration AFTERWARDS = Duration.ofMillis(1);

    private final Channel channel;
    private final Fuse fuse;
    private final Clock clock;
    private final CircuitBreaker breaker;
    private volatile Instant until = Instant.MIN;

    /**
     * When it opens and closes.
     *
     * @param sample calls that are looked back on; it never opens on fewer
     * @param percent of them that must have failed, 1 to 100
     * @param rest how long it stays open
     * @param trials calls let through afterwards; if as many of these fail it opens again
     */
    public record Fuse(int sample, int percent, Duration rest, int trials) {}

    /** Guards a channel. */
    public CircuitChannel(Channel channel, Fuse fuse, Clock clock) {
        this.channel = channel;
        this.fuse = fuse;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                channel.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(fuse.sample())
                        .minimumNumberOfCalls(fuse.sample())
                        .failureRateThreshold(fuse.percent())
                        .waitDurationInOpenState(fuse.rest())
                        .permittedNumberOfCallsInHalfOpenState(fuse.trials())
                        .recordResult(CircuitChannel::isIllness)
                        .clock(clock)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(
                        change -> until = clock.instant().plus(fuse.rest()).plus(AFTERWARDS));
    }

    @Override
    public String name() {
        return channel.name();
    }

    @Override
    public int concurrency() {
        return channel.concurrency();
    }

    @Override
    public int batch() {
        return channel.batch();
    }

    @Override
    public State state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> State.RESTING;
            case HALF_OPEN -> State.TRYING;
            default -> channel.state();
        };
    }

    @Override
    public Delivery deliver(Message message) {
        return deliver(List.of(message)).get(0);
    }

    @Override
    public List<Delivery> deliver(List<Message> messages) {
        int let = 0;
        while (let < messages.size() && breaker.tryAcquirePermission()) {
            let++;
        }
        List<Delivery> deliveries = new ArrayList<>(messages.size());
        if (let > 0) {
            deliveries.addAll(counted(messages.subList(0, let)));
        }
        while (deliveries.size() < messages.size()) {
            deliveries.add(new Delivery.Rejected("circuit.open", Fault.RESTING, rest()));
        }
        return deliveries;
    }

    private List<Delivery> counted(List<Message> messages) {
        List<Delivery> deliveries = List.of();
        try {
            deliveries = channel.deliver(messages);
            return deliveries;
        } finally {
            for (int i = 0; i < messages.size(); i++) {
                if (i < deliveries.size()) {
                    count(deliveries.get(i));
                } else {
                    breaker.releasePermission();
                }
            }
        }
    }

    private void count(Delivery delivery) {
        Fault fault = fault(delivery);
        if (fault == Fault.LIMITED || fault == Fault.EXPIRED || fault == Fault.RESTING) {
            breaker.releasePermission();
        } else {
            breaker.onResult(0, TimeUnit.NANOSECONDS, delivery);
        }
    }

    private static boolean isIllness(Object delivery) {
        return delivery instanceof Delivery.Unknown || fault(delivery) == Fault.PASSING;
    }

    private static @Nullable Fault fault(Object delivery) {
        return delivery instanceof Delivery.Rejected rejected ? rejected.fault() : null;
    }

    /** How long until it tries again; while it tries, others come again soon. */
    private Duration rest() {
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            Duration left = Duration.between(clock.instant(), until);
            return left.isNegative() ? Duration.ZERO : left;
        }
        return fuse.rest().dividedBy(TRYING_SHARE);
    }

    @Override
    public Standing standing(Message message) {
        return channel.standing(message);
    }
}
