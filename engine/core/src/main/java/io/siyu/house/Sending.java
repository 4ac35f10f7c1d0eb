package io.siyu.house;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Desk;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Outbox;
import io.siyu.message.Message;
import io.siyu.partition.Loop;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that send: for each channel as many slots as it bears calls at once, and one that looks what waits. */
final class Sending {
    private static final Duration REST = Duration.ofMillis(250);

    private final Dispatch.Ways ways;
    private final Collection<Integer> partitions;
    private final Clock clock;
    private final LiveHouse.Terms terms;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Loop lookout;
    private volatile boolean ending;

    /** One channel's desk with the slots that work at it. */
    private record Counter(Desk desk, List<Dispatch> slots, List<Loop> loops) {
        void wake() {
            loops.forEach(Loop::wake);
        }
    }

    Sending(Dispatch.Ways ways, Collection<Integer> partitions, Clock clock, LiveHouse.Terms terms) {
        this.ways = ways;
        this.partitions = List.copyOf(partitions);
        this.clock = clock;
        this.terms = terms;
        this.lookout = new Loop("send-lookout", this::look, REST, clock);
    }

    void start(List<Channel> channels) {
        channels.forEach(this::open);
        // why: what an earlier owner left open may be of a channel that is no more.
        ways.outbox()
                .open(partitions)
                .forEach(claim -> open(new Nobody(claim.message().channel())));
        lookout.start();
    }

    private synchronized Counter open(Channel channel) {
        Counter known = counters.get(channel.name());
        if (known != null) {
            return known;
        }
        Dispatch.Ways patient = ways.with(terms.with(channel.name()));
        Desk desk = new Desk(channel);
        List<Dispatch> slots = new ArrayList<>();
        List<Loop> loops = new ArrayList<>();
        int most = Math.max(1, channel.concurrency());
        for (int number = 0; number < most; number++) {
            Dispatch dispatch = new Dispatch(patient, desk, new Dispatch.Slot(number, lanes(number, most), partitions));
            slots.add(dispatch);
            loops.add(new Loop("send-" + channel.name() + "-" + number, () -> dispatch.round() > 0, REST, clock));
        }
        Counter counter = new Counter(desk, slots, loops);
        if (ending) {
            return counter;
        }
        counters.put(channel.name(), counter);
        loops.forEach(Loop::start);
        return counter;
    }

    /**
     * What a slot sends. One of several never sends marketing, so that what people wait for meets no queue of offers; every
     * other prefers it to service, so that offers go on while many wait for an answer.
     */
    static List<Lane> lanes(int number, int slots) {
        if (slots > 1 && number == 0) {
            return List.of(Lane.URGENT, Lane.SERVICE);
        }
        return number % 2 == 0
                ? List.of(Lane.URGENT, Lane.SERVICE, Lane.MARKETING)
                : List.of(Lane.URGENT, Lane.MARKETING, Lane.SERVICE);
    }

    /** A message was decided. */
    void hint(String channel, Lane lane, int partition) {
        Counter counter = counters.get(channel);
        if (counter != null) {
            counter.desk().offer(lane, partition, 1);
            counter.wake();
        }
    }

    /** Finds what was there before, came back, or has no channel. */
    private boolean look() {
        Outbox outbox = ways.outbox();
        outbox.recall(partitions);
        outbox.waiting(partitions).forEach((queue, depths) -> {
            Counter counter = open(new Nobody(queue.channel()));
            depths.forEach((partition, depth) -> counter.desk().found(queue.lane(), partition, depth));
            counter.wake();
        });
        return false;
    }

    List<Loop> loops() {
        List<Loop> loops = new ArrayList<>(List.of(lookout));
        counters.values().forEach(counter -> loops.addAll(counter.loops()));
        return loops;
    }

    /** Asks all slots to finish the call they are in and to give back what they have not called. */
    synchronized void end() {
        ending = true;
        lookout.end();
        counters.values().forEach(counter -> {
            counter.slots().forEach(Dispatch::stop);
            counter.loops().forEach(Loop::end);
        });
    }

    /** The channel of messages nobody can send here; they wait as dead letters until somebody can. */
    private record Nobody(String name) implements Channel {
        @Override
        public int concurrency() {
            return 1;
        }

        @Override
        public Delivery deliver(Message message) {
            return new Delivery.Rejected("channel.unknown", Delivery.Fault.FINAL);
        }

        @Override
        public Standing standing(Message message) {
            return Standing.CANNOT_TELL;
        }
    }
}
