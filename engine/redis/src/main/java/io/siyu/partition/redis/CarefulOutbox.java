package io.siyu.partition.redis;

import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Outbox;
import io.siyu.dispatch.Outcome;
import io.siyu.dispatch.Queue;
import io.siyu.event.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An outbox that hands out nothing of marketing while the store may have lost what was sent. */
record CarefulOutbox(Outbox outbox, RedisRollback rollback) implements Outbox {

    @Override
    public List<Claim> claim(Queue queue, String slot, Collection<Integer> partitions, int limit) {
        if (queue.lane() == Lane.MARKETING && rollback.stops()) {
            return List.of();
        }
        return outbox.claim(queue, slot, partitions, limit);
    }

    @Override
    public Map<Queue, Map<Integer, Long>> waiting(Collection<Integer> partitions) {
        return outbox.waiting(partitions);
    }

    @Override
    public int recall(Collection<Integer> partitions) {
        return outbox.recall(partitions);
    }

    @Override
    public Set<Integer> owned(Collection<Integer> partitions, long epoch) {
        return outbox.owned(partitions, epoch);
    }

    @Override
    public void end(List<Outcome> outcomes) {
        outbox.end(outcomes);
    }

    @Override
    public List<Claim> open(Collection<Integer> partitions) {
        return outbox.open(partitions);
    }

    @Override
    public long epoch() {
        return outbox.epoch();
    }

    @Override
    public boolean cancel(Subject subject, String message) {
        return outbox.cancel(subject, message);
    }
}
