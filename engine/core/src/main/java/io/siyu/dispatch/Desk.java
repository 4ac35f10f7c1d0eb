package io.siyu.dispatch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One channel and what its slots share: where messages for it may wait, and whether it rests. Safe for many threads. */
public final class Desk {
    /** Most messages of one partition in one call: as many as one tick sends. */
    private static final int SHARE = 64;

    private final Channel channel;
    private final Map<Lane, Map<Integer, Long>> ready = new EnumMap<>(Lane.class);
    private long restsUntil = System.nanoTime();

    public Desk(Channel channel) {
        this.channel = channel;
    }

    /**
     * What a call may take.
     *
     * @param shares of each partition, how many messages at most
     * @param rest how many more are said to wait, of partitions with more than their share
     */
    record Pick(Queue queue, Map<Integer, Integer> shares, Map<Integer, Long> rest) {}

    /** The channel worked for. */
    public Channel channel() {
        return channel;
    }

    /** This many more messages of this lane may wait in this partition. */
    public synchronized void offer(Lane lane, int partition, long messages) {
        partitions(lane).merge(partition, messages, Long::sum);
    }

    /** This many messages of this lane were seen to wait in this partition. */
    public synchronized void found(Lane lane, int partition, long messages) {
        partitions(lane).merge(partition, messages, Math::max);
    }

    /** The first of these lanes in which something may wait: up to {@code most} messages, of the partitions longest offered. */
    synchronized Pick take(List<Lane> lanes, int most) {
        for (Lane lane : lanes) {
            Pick pick = take(lane, most);
            if (!pick.shares().isEmpty()) {
                return pick;
            }
        }
        return new Pick(new Queue(lanes.get(0), channel.name()), Map.of(), Map.of());
    }

    private Pick take(Lane lane, int most) {
        Map<Integer, Integer> shares = new LinkedHashMap<>();
        Map<Integer, Long> rest = new LinkedHashMap<>();
        int left = most;
        Iterator<Map.Entry<Integer, Long>> offered = partitions(lane).entrySet().iterator();
        while (offered.hasNext() && left > 0) {
            Map.Entry<Integer, Long> next = offered.next();
            int share = (int) Math.min(next.getValue(), Math.min(left, SHARE));
            shares.put(next.getKey(), share);
            if (next.getValue() > share) {
                rest.put(next.getKey(), next.getValue() - share);
            }
            left -= share;
            offered.remove();
        }
        return new Pick(new Queue(lane, channel.name()), shares, rest);
    }

    private Map<Integer, Long> partitions(Lane lane) {
        return ready.computeIfAbsent(lane, l -> new LinkedHashMap<>());
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
