package io.siyu.samples.chaos;

import io.siyu.event.Subject;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.HouseKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import redis.clients.jedis.Jedis;

/** A Redis of its own in which houses are played, one run after the other; the same seed does the same every time. */
public final class Chaos implements AutoCloseable {
    private static final int FEW = 40;
    private static final int MORE = 60;

    private final Path directory;
    private final HouseKey key;
    private final Wire wire;
    private EmbeddedRedis redis;

    /**
     * One run.
     *
     * @param trace what was done and what came of it
     * @param faults how often each was set
     * @param complaints what is wrong with the house; empty when nothing is
     */
    public record Run(
            long seed,
            List<String> trace,
            Map<String, Integer> faults,
            int events,
            int messages,
            List<String> complaints) {}

    /** Starts a Redis in this directory. */
    public Chaos(Path directory) {
        this.directory = directory;
        this.redis = EmbeddedRedis.start(directory, 0);
        this.key = HouseKey.in(directory.resolve("house.key"));
        this.wire = new Wire(redis.url().getPort());
    }

    /** Plays one run of this seed. */
    public Run run(long seed) {
        return run(seed, Planted.NONE);
    }

    Run run(long seed, Planted planted) {
        // why: neighbouring seeds begin alike
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        try (Crew crew = crew(random, planted)) {
            return run(seed, random, crew, new Local(planted));
        }
    }

    /**
     * Plants a bug and runs nothing.
     *
     * @throws IllegalArgumentException if it fits no script
     */
    void plant(Planted planted) {
        crew(new Random(0), planted).close();
    }

    private Crew crew(Random random, Planted planted) {
        empty();
        wire.edit(planted.edits());
        Crew crew = new Crew(random, new Local(planted));
        if (!wire.unapplied().isEmpty()) {
            crew.close();
            throw new IllegalArgumentException("The planted bug (" + planted.name() + ") fits no script: "
                    + wire.unapplied() + "\nMaybe the script was changed; plant it anew.");
        }
        return crew;
    }

    private Run run(long seed, Random random, Crew crew, Crew.Stage stage) {
        List<String> complaints = new ArrayList<>();
        Diary diary = new Diary(crew);
        try {
            new Play(random, crew, stage, diary).play(FEW + random.nextInt(MORE));
            if (!diary.settle()) {
                complaints.add("The house does not come to rest.");
            }
            complaints.addAll(Model.complaints(diary.history(redis.url())));
            // why: whatever a house throws that its loops do not expect is a finding
        } catch (RuntimeException e) {
            complaints.add("The house threw " + e);
        }
        complaints.addAll(diary.sender().complaints());
        crew.vendor().overlaps().forEach(message -> complaints.add("Two called at once for " + message));
        return new Run(
                seed,
                List.copyOf(crew.trace()),
                Map.copyOf(crew.faults()),
                diary.events(),
                (int) crew.vendor().calls().stream()
                        .map(Call::message)
                        .distinct()
                        .count(),
                List.copyOf(complaints));
    }

    private void empty() {
        try (Jedis jedis = new Jedis(redis.url())) {
            jedis.configSet("maxmemory", "0");
            // why: a killed process loses nothing that it has written, and runs take half as long without waiting for
            // the disk
            jedis.configSet("appendfsync", "no");
            jedis.flushAll();
        }
    }

    private final class Local implements Crew.Stage {
        private final Planted planted;

        Local(Planted planted) {
            this.planted = planted;
        }

        @Override
        public Wire wire() {
            return wire;
        }

        @Override
        public Node node(List<Vendor.Way> channels) {
            return new Node(wire.url(), key, planted, channels);
        }

        @Override
        public long decided(Subject subject) {
            try (Jedis jedis = new Jedis(redis.url())) {
                String position = jedis.hget(Remains.at(subject), "position");
                return position == null ? 0 : Long.parseLong(position);
            }
        }

        @Override
        public void cutPower() {
            URI url = redis.url();
            redis.kill();
            redis = EmbeddedRedis.start(directory, url.getPort());
        }

        @Override
        public void fill(boolean full) {
            try (Jedis jedis = new Jedis(redis.url())) {
                jedis.configSet("maxmemory", full ? "1" : "0");
            }
        }
    }

    @Override
    public void close() {
        wire.close();
        redis.close();
    }
}
