package io.siyu.partition.redis;

import io.siyu.archive.Archive;
import io.siyu.archive.ArchivedWhy;
import io.siyu.archive.Archivist;
import io.siyu.archive.HighWater;
import io.siyu.archive.Rebuild;
import io.siyu.archive.SnapshotKeeper;
import io.siyu.archive.Snapshots;
import io.siyu.archive.Why;
import io.siyu.dispatch.DeadLetters;
import io.siyu.dispatch.Outbox;
import io.siyu.dispatch.Phones;
import io.siyu.dispatch.Vault;
import io.siyu.event.Catalogue;
import io.siyu.event.Entry;
import io.siyu.house.Lease;
import io.siyu.house.Store;
import io.siyu.partition.Advance;
import io.siyu.partition.Editions;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Flush;
import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.partition.PartitionLog;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.Worker;
import io.siyu.replay.DryRun;
import io.siyu.report.Doctor;
import io.siyu.report.Health.Ill;
import io.siyu.report.Rollback;
import io.siyu.report.StepCounts;
import io.siyu.report.Surveyor;
import io.siyu.report.Watch;
import io.siyu.report.canary.Comparing;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/** A house kept in Redis, or in a cluster of them: every port of it, over one client. */
public final class RedisHouse implements Store, AutoCloseable {
    private static final Duration ALONE = Duration.ofSeconds(10);

    private final Place place;
    private final RedisServers servers;
    private final RedisStore store;
    private final RedisTime time;
    private final EntryForm form;
    private final RedisPast past;
    private final RedisIntake intake;
    private final RedisLog log;
    private final RedisStates states;
    private final RedisOutbox outbox;
    private final RedisDeadLetters deadLetters;
    private final RedisVault vault;
    private final RedisFeed feed;
    private final RedisWatch watch;
    private final RedisMemory memory;
    private final RedisDoctor doctor;
    private final @Nullable Archivist archivist;
    private final @Nullable RedisRollback rollback;
    private final @Nullable RedisSnapshots snapshots;
    private final @Nullable SnapshotKeeper keeper;
    private volatile IntConsumer appended = partition -> {};

    /**
     * Where and how the house is kept.
     *
     * @param url {@code redis://…}, {@code rediss://…}, or of a cluster {@code redis-cluster://host:port,host:port}
     * @param partitions fixed by the first start; another number is refused
     * @param catalogue the newest, which knows every type that may lie in a log
     * @param lag most entries of a partition that wait to be decided before intake refuses
     * @param keep archived entries of each partition that stay with their decisions, for screens
     * @param archive where the past goes; null keeps all of it in Redis
     * @param snapshots where and how often what partitions hold is kept beside the archive; null never
     * @param highWater where it is noted how far the logs came; null notices no loss
     */
    public record Place(
            URI url,
            int partitions,
            Supplier<Catalogue> catalogue,
            HouseKey key,
            int lag,
            int keep,
            FailPoint failPoint,
            Clock clock,
            @Nullable Archive archive,
            Archivist.Pace pace,
            @Nullable Keeping snapshots,
            @Nullable HighWater highWater) {
        /** Without an archive, as a server uses it. */
        public Place(URI url, int partitions, Supplier<Catalogue> catalogue, HouseKey key, Clock clock) {
            this(url, partitions, catalogue, key, 20_000, 1_000, FailPoint.NONE, clock);
        }

        /** Without an archive. */
        public Place(
                URI url,
                int partitions,
                Supplier<Catalogue> catalogue,
                HouseKey key,
                int lag,
                int keep,
                FailPoint failPoint,
                Clock clock) {
            this(url, partitions, catalogue, key, lag, keep, failPoint, clock, null, Archivist.Pace.USUAL, null, null);
        }

        /** The same place with an archive, which is written to at this pace. */
        public Place with(Archive files, Archivist.Pace often) {
            return new Place(
                    url, partitions, catalogue, key, lag, keep, failPoint, clock, files, often, snapshots, highWater);
        }

        /** The same place, where snapshots are taken so often; it needs an archive. */
        public Place with(Snapshots kept, Duration often) {
            Keeping keeping = new Keeping(kept, often);
            return new Place(
                    url, partitions, catalogue, key, lag, keep, failPoint, clock, archive, pace, keeping, highWater);
        }

        /** The same place, whose losses are noticed by what is noted here. */
        public Place with(HighWater marks) {
            return new Place(
                    url, partitions, catalogue, key, lag, keep, failPoint, clock, archive, pace, snapshots, marks);
        }
    }

    /** Where snapshots are kept, and how often, in the house's time, one is taken of each partition. */
    public record Keeping(Snapshots snapshots, Duration often) {}

    /**
     * Connects and looks whether this Redis can carry the house.
     *
     * @throws UnusableRedisException when it cannot
     * @throws StoreDownException when it cannot be reached
     */
    public RedisHouse(Place place) {
        this.place = place;
        this.servers = reach(place);
        this.store = new RedisStore(servers, place.partitions(), RedisTime.read(servers.client()));
        this.form = new EntryForm(place.catalogue());
        this.memory = new RedisMemory(store);
        this.time = new RedisTime(store, place.clock());
        this.vault = new RedisVault(store, place.key());
        RedisIntake.Limits limits = new RedisIntake.Limits(place.lag(), memory::isKnownFull, p -> appended.accept(p));
        this.intake = new RedisIntake(store, form, vault, limits, place.failPoint());
        this.log = new RedisLog(store, form, time, p -> appended.accept(p));
        this.states = new RedisStates(store, new FlushArgs(form, new Receipts(form, time), place.partitions()));
        this.rollback = place.highWater() == null ? null : new RedisRollback(store, place.highWater(), place.clock());
        this.outbox = new RedisOutbox(
                store,
                new Receipts(form, time),
                p -> appended.accept(p),
                rollback == null ? () -> false : rollback::stops);
        this.deadLetters = new RedisDeadLetters(store, form, time, p -> appended.accept(p));
        this.feed = new RedisFeed(store, place.failPoint());
        this.past = new RedisPast(store, place.keep());
        this.watch = new RedisWatch(store, states, new WholePast(store, form, past, place.archive()));
        this.archivist =
                place.archive() == null ? null : new Archivist(past, place.archive(), place.pace(), place.clock());
        this.doctor = new RedisDoctor(store, memory, outbox);
        Archive archive = place.archive();
        Keeping keeping = archive == null ? null : place.snapshots();
        this.snapshots = keeping == null ? null : new RedisSnapshots(store, keeping.snapshots());
        this.keeper = archive == null || keeping == null ? null : keeper(keeping, archive);
    }

    private SnapshotKeeper keeper(Keeping keeping, Archive archive) {
        SnapshotKeeper.House parts = new SnapshotKeeper.House(past, log, time, () -> form.require(Worker.SNAPSHOT));
        return new SnapshotKeeper(parts, archive, keeping.snapshots(), keeping.often());
    }

    private static RedisServers reach(Place place) {
        RedisServers reached = reach(place.url());
        boolean usable = false;
        try {
            Settled.check(reached, place.partitions());
            usable = true;
            return reached;
        } finally {
            if (!usable) {
                reached.close();
            }
        }
    }

    private static RedisServers reach(URI url) {
        try {
            return RedisServers.at(url);
        } catch (JedisException e) {
            throw new StoreDownException("Redis cannot be reached.\nMaybe SIYU_REDIS_URL is mistyped.", e);
        }
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public HouseTime time() {
        return time;
    }

    /** What the house gave up on. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    public Watch watch() {
        return watch;
    }

    public StepCounts steps() {
        return new RedisSteps(store);
    }

    /** Where proposals are, one by one. */
    public RedisLists lists() {
        return new RedisLists(store, past, place.archive());
    }

    public Doctor doctor() {
        return doctor;
    }

    /** Whether Redis lost what it held. */
    public Rollback rollback() {
        return rollback == null ? Rollback.NEVER : rollback;
    }

    /** What waits in it. */
    public Surveyor surveyor() {
        return new RedisSurveyor(store, memory);
    }

    /** Decides again what partitions held, from the snapshots and the past of a house that has an archive. */
    public Rebuild rebuild(Advance advance) {
        Archive archive = place.archive();
        Keeping keeping = place.snapshots();
        if (archive == null || keeping == null) {
            throw new IllegalStateException("This house keeps no snapshots.\nMaybe it was opened without an archive.");
        }
        return new Rebuild(new Rebuild.Past(archive, past), keeping.snapshots(), advance, form::read);
    }

    /** Tells why subjects were sent what they were; needs an archive. */
    public Why why(Editions editions) {
        return new ArchivedWhy(past(), editions, form::read, place.partitions());
    }

    /** What the house was told, for those who decide it again; needs an archive. */
    public DryRun.House pastOf(Editions editions) {
        Keeping keeping = place.snapshots();
        return new DryRun.House(
                past(),
                keeping == null ? Snapshots.NONE : keeping.snapshots(),
                editions,
                form::read,
                place.partitions());
    }

    /** Compares what one partition decides from a moment on with what others do. */
    public Comparing comparing(Instant since, int partition) {
        return new Comparing(past(), since, partition, place.partitions());
    }

    private Rebuild.Past past() {
        Archive archive = place.archive();
        if (archive == null) {
            throw new IllegalStateException("This house has no archive.\nMaybe it was opened without one.");
        }
        return new Rebuild.Past(archive, past);
    }

    /** Compares what partitions hold with what is decided again; the caller closes {@code advance}. */
    public RedisRebuild rebuilding(Advance advance) {
        return new RedisRebuild(store, past, rebuild(advance));
    }

    /** What the store alone makes of these flushes, with the arguments of its script made now; for benchmarks. */
    public Runnable prepared(List<List<Flush>> batches) {
        return states.prepared(batches);
    }

    /** The sandbox phones. */
    public Phones phones() {
        return new RedisPhones(store, time);
    }

    /** Has the doctor ask these too. */
    public void examineToo(Supplier<List<Ill>> ills) {
        doctor.ask(() -> {
            List<Ill> all = new ArrayList<>(ills.get());
            if (rollback != null) {
                all.addAll(rollback.ills());
            }
            if (snapshots != null) {
                snapshots.complaints().forEach(complaint -> all.add(new Ill("archive", complaint)));
            }
            if (archivist != null) {
                archivist.complaints().forEach(complaint -> all.add(new Ill("archive", complaint)));
            }
            return all;
        });
    }

    /** From now on every entry brings its own log time; for a house that is driven by a trace. */
    public void useTraceClock() {
        store.useTraceClock();
    }

    @Override
    public int partitions() {
        return store.partitions();
    }

    @Override
    public PartitionLog log() {
        return log;
    }

    @Override
    public PartitionStates states() {
        return states;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Override
    public boolean project() {
        return feed.project();
    }

    @Override
    public void look() {
        time.refresh();
        if (rollback != null && store.owner()) {
            rollback.look();
        }
    }

    @Override
    public Lease lease(Duration length) {
        Lease lease = new RedisLease(store, length);
        return rollback == null ? lease : new CarefulLease(lease, rollback);
    }

    @Override
    public boolean archive() {
        boolean any = archivist != null && archivist.round();
        if (keeper != null) {
            // why: one partition at each round, so that they do not all stand still together.
            keeper.round();
        }
        return any;
    }

    @Override
    public void snapshot(int partition, Entry entry) {
        if (snapshots != null) {
            snapshots.take(partition, entry);
        }
    }

    @Override
    public void onAppended(IntConsumer told) {
        appended = told;
    }

    @Override
    public void take() {
        if (!new RedisLease(store, ALONE).seize()) {
            throw new UnusableRedisException(
                    "Another Siyu has taken over this house.\nMaybe it was started with the same Redis.");
        }
    }

    @Override
    public void close() {
        servers.close();
    }
}
