package io.siyu.partition.redis;

import io.siyu.archive.Archive;
import io.siyu.report.whereabouts.Claimed;
import io.siyu.report.whereabouts.Lister;
import io.siyu.report.whereabouts.Whereabouts;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What lists of proposals are made from: the past of the partitions, and the claims that are open in them. */
public final class RedisLists implements Claimed {
    private final RedisStore store;
    private final RedisPast past;
    private final @Nullable Archive archive;

    RedisLists(RedisStore store, RedisPast past, @Nullable Archive archive) {
        this.store = store;
        this.past = past;
        this.archive = archive;
    }

    /** Brings where proposals went there; those at rest stay listed for so long. */
    public Lister lister(Whereabouts kept, Duration keep) {
        return new Lister(past, archive, kept, keep);
    }

    @Override
    public Set<String> messages() {
        List<Integer> all = IntStream.range(0, store.partitions()).boxed().toList();
        Set<String> claimed = new HashSet<>();
        store.ask(all, (pipeline, partition) -> pipeline.hkeys(RedisKeys.claims(partition)))
                .values()
                .forEach(claimed::addAll);
        return claimed;
    }
}
