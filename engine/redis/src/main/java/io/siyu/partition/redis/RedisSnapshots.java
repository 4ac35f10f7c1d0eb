package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.archive.Snapshots;
import io.siyu.archive.Snapshots.Taken;
import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.partition.StoreDownException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import redis.clients.jedis.params.ZRangeParams;

/** Takes snapshots: the stored bytes of all states of a partition, in the order of their subjects. */
final class RedisSnapshots {
    private static final int PAGE = 500;

    private final RedisStore store;
    private final Snapshots snapshots;
    private final Map<Integer, String> complaints = new ConcurrentSkipListMap<>();

    RedisSnapshots(RedisStore store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /** Keeps what the partition holds after this entry; one that cannot be kept is told and stops nothing. */
    void take(int partition, Entry entry) {
        try {
            snapshots.put(new Taken(partition, entry.position(), entry.at()), new States(partition, entry.position()));
            complaints.remove(partition);
        } catch (StoreDownException e) {
            complaints.put(partition, String.valueOf(e.getMessage()));
        }
    }

    /** What kept one from being taken, for an operator. */
    List<String> complaints() {
        return List.copyOf(complaints.values());
    }

    /** The states page by page; ends in a fault when somebody else wrote to the partition meanwhile. */
    private final class States implements Iterator<byte[]> {
        private final int partition;
        private final long position;
        private Iterator<byte[]> page;
        private String last = "";
        private boolean ended;

        States(int partition, long position) {
            this.partition = partition;
            this.position = position;
            this.page = List.of(own()).iterator();
        }

        private byte[] own() {
            byte[] key = bytes(RedisKeys.state(partition, Subject.partition(partition)));
            byte[] state = store.ask(redis -> redis.get(key));
            if (state == null) {
                throw new StoreDownException(
                        "Partition (" + partition + ") has no state of its own.\nMaybe it was removed by hand.");
            }
            return state;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !ended) {
                page = next(last).iterator();
            }
            return page.hasNext();
        }

        private List<byte[]> next(String after) {
            ZRangeParams behind = ZRangeParams.zrangeByLexParams(after.isEmpty() ? "-" : "(" + after, "+")
                    .limit(0, PAGE);
            List<String> ids = store.ask(redis -> redis.zrange(RedisKeys.ids(partition), behind));
            if (ids.isEmpty()) {
                ended = true;
                requireUnchanged();
                return List.of();
            }
            last = ids.get(ids.size() - 1);
            byte[][] keys = ids.stream()
                    .map(id -> bytes(RedisKeys.state(partition, Subject.parse(id))))
                    .toArray(byte[][]::new);
            List<byte[]> states = new ArrayList<>(store.ask(redis -> redis.mget(keys)));
            states.removeIf(state -> state == null);
            return states;
        }

        private void requireUnchanged() {
            String now = store.ask(redis -> redis.hget(RedisKeys.at(partition), "position"));
            if (!Long.toString(position).equals(now)) {
                throw new StoreDownException("Partition (" + partition
                        + ") was written to while its snapshot was taken.\nMaybe another" + " server took it over.");
            }
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
