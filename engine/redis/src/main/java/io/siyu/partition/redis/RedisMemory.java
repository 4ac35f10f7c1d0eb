package io.siyu.partition.redis;

import io.siyu.report.Backlog.Memory;
import java.util.Map;

/** What Redis uses of what it may. */
final class RedisMemory {
    private static final long FULL_PERCENT = 85;
    private static final long PERCENT = 100;

    private final RedisStore store;

    RedisMemory(RedisStore store) {
        this.store = store;
    }

    Memory now() {
        Map<String, String> told = store.ask(redis -> Settled.section(redis, "memory"));
        long most = Long.parseLong(told.getOrDefault("maxmemory", "0"));
        // why: a Redis without a limit of its own ends where the machine does.
        long limit = most > 0 ? most : Long.parseLong(told.getOrDefault("total_system_memory", "0"));
        return new Memory(Long.parseLong(told.getOrDefault("used_memory", "0")), limit);
    }

    /** Whether intake must refuse. */
    boolean isFull() {
        Memory memory = now();
        return memory.limit() > 0 && memory.used() > memory.limit() / PERCENT * FULL_PERCENT;
    }
}
