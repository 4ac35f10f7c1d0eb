package io.siyu.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One channel and what its slots share: where messages for it may wait, and whether it rests. Safe for many threads. */
public final class Desk {
    private final Channel channel;
    private final Map<Lane, Set<Integer>> ready = new EnumMap<>(Lane.class);
    private long restsUntil = System.nanoTime();

    public Desk(Channel channel) {
        this.channel = channel;
    }

    /** Partitions in whose queue of this lane something may wait. */
    record Pick(Queue queue, List<Integer> partitions) {}

    /** The channel worked for. */
    public Channel channel() {
        return channel;
    }

    /** Messages of this lane may wait in this partition. */
    public synchronized void offer(Lane lane, int partition) {
        partitions(lane).add(partition);
    }

    /** The first of these lanes in which something may wait, with up to {@code most} partitions, longest offered first. */
    synchronized Pick take(List<Lane> lanes, int most) {
        for (Lane lane : lanes) {
            List<Integer> picked = new ArrayList<>();
            Iterator<Integer> offered = partitions(lane).iterator();
            while (offered.hasNext() && picked.size() < most) {
                picked.add(offered.next());
                offered.remove();
            }
            if (!picked.isEmpty()) {
                return new Pick(new Queue(lane, channel.name()), picked);
            }
        }
        return new Pick(new Queue(lanes.get(0), channel.name()), List.of());
    }

    private Set<Integer> partitions(Lane lane) {
        return ready.computeIfAbsent(lane, l -> new LinkedHashSet<>());
    }

    /** Nobody calls the channel for so long. */
    synchronized void rest(Duration pause) {
        restsUntil = Math.max(restsUntil, System.nanoTime() + pause.toNanos());
    }

    /** Whether the channel is to be left alone now. */
    synchronized boolean rests() {
        return System.nanoTime() - restsUntil < 0;
    }
}
