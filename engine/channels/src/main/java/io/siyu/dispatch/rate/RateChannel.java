package io.siyu.dispatch.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A channel that is handed no more than so many messages a second; the others are told when to come again. */
public final class RateChannel implements Channel {
    private final Channel channel;
    private final Bucket bucket;

    /**
     * Holds a channel to a rate.
     *
     * @param perSecond messages, from 1; as many may go at once after a pause
     * @param nanos a time that never goes back, such as {@code System::nanoTime}
     */
    public RateChannel(Channel channel, int perSecond, LongSupplier nanos) {
        this.channel = channel;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(new Meter(nanos))
                .build();
    }

    private record Meter(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
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
        return channel.state();
    }

    @Override
    public Delivery deliver(Message message) {
        return deliver(List.of(message)).get(0);
    }

    @Override
    public List<Delivery> deliver(List<Message> messages) {
        int let = 0;
        Duration wait = Duration.ZERO;
        while (let < messages.size() && wait.isZero()) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                let++;
            } else {
                wait = Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
            }
        }
        List<Delivery> deliveries = new ArrayList<>(messages.size());
        if (let > 0) {
            deliveries.addAll(channel.deliver(messages.subList(0, let)));
        }
        while (deliveries.size() < messages.size()) {
            deliveries.add(new Delivery.Rejected("rate.used-up", Fault.LIMITED, wait));
        }
        return deliveries;
    }

    @Override
    public Standing standing(Message message) {
        return channel.standing(message);
    }
}
