package io.siyu.partition.redis;

import io.siyu.report.Backlog.Memory;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What Redis uses of what it may. */
final class RedisMemory {
    /** Of a thousand parts of its limit, from which on it is full. */
    private static final long FULL = 850;

    private static final long FRESH_NANOS = 100_000_000;

    private final RedisStore store;
    private final AtomicLong looked = new AtomicLong(System.nanoTime() - FRESH_NANOS);
    private volatile boolean full;

    RedisMemory(RedisStore store) {
        this.store = store;
    }

    /** Of the server that is nearest to its end. */
    Memory now() {
        return store.askEach(server -> memory(Settled.section(server, "memory"))).stream()
                .max(Comparator.comparingLong(RedisMemory::permille))
                .orElse(new Memory(0, 0));
    }

    private static Memory memory(Map<String, String> told) {
        long most = Long.parseLong(told.getOrDefault("maxmemory", "0"));
        // why: a Redis without a limit of its own ends where the machine does.
        long limit = most > 0 ? most : Long.parseLong(told.getOrDefault("total_system_memory", "0"));
        return new Memory(Long.parseLong(told.getOrDefault("used_memory", "0")), limit);
    }

    private static long permille(Memory memory) {
        return memory.limit() == 0 ? 0 : memory.used() * 1_000 / memory.limit();
    }

    /** Whether intake must refuse. */
    boolean isFull() {
        return permille(now()) >= FULL;
    }

    /**
     * The same, known for a moment: whoever asks when it is old looks anew, the others take what was known. It depends on
     * no loop of the house, so a house that is stuck does not let in more than fits.
     */
    boolean isKnownFull() {
        long known = looked.get();
        long now = System.nanoTime();
        if (now - known >= FRESH_NANOS && looked.compareAndSet(known, now)) {
            full = isFull();
        }
        return full;
    }
}
