package io.siyu.samples.bench.scale;

import io.siyu.dispatch.Phones;
import io.siyu.dispatch.Phones.Received;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.partition.PartitionStates;
import io.siyu.playbook.Playbook;
import io.siyu.report.Backlog;
import io.siyu.report.Surveyor;
import io.siyu.report.Watch;
import io.siyu.report.reach.ReachReader;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Processes;
import io.siyu.samples.bench.served.Folder;
import io.siyu.samples.bench.served.ServedHouse;
import io.siyu.web.SiyuApplication;
import io.siyu.web.publish.Publishing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole server in this JVM, in a home of its own that is gone when it is closed; its clock is set and runs as real time. */
public final class ScaleHouse implements AutoCloseable {
    /** The morning members have moved in by. */
    public static final Instant MORNING = Instant.parse("2030-11-04T01:00:00Z");

    private static final List<String> FILES = List.of(
            "settings.yaml",
            "campaigns/evening.yaml",
            "campaigns/reminder.yaml",
            "campaigns/shelf.yaml",
            "rules/thanks.drl",
            "templates/thanks.yaml");
    private static final long REAL_PACE = 1_000;
    private static final long LOOK_NANOS = 50_000_000;

    private final Folder home;
    private final ConfigurableApplicationContext context;
    private final URI redis;

    private ScaleHouse(Folder home) {
        this.home = home;
        this.context = SiyuApplication.start(Map.of(
                "siyu.port", "0",
                "siyu.home", home.path().toString(),
                "siyu.clock", "accelerated",
                "siyu.engine.beat", "200ms"));
        this.redis = ServedHouse.redis(home.path());
    }

    /** A house whose playbook is in force and that knows nobody yet. */
    public static ScaleHouse open() {
        ScaleHouse house = new ScaleHouse(Folder.temporary());
        house.set(MORNING);
        house.part(Publishing.class).publish(playbook(), "bench");
        house.awaitDecided();
        return house;
    }

    /** What the retailer wrote. */
    public static Playbook playbook() {
        Map<String, byte[]> files = new TreeMap<>();
        FILES.forEach(path -> files.put(path, bytes(path)));
        return Playbook.of(files);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = ScaleHouse.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The benchmark lacks its file (" + resource + ").");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** What is in force. */
    public Edition edition() {
        return part(Publishing.class).edition();
    }

    /** Writes these states as the house's one writer does, without an entry. */
    public void moveIn(Stream<State> states) {
        new Moving(part(PartitionStates.class)).all(states);
    }

    /** Asks its members whom a message would reach. */
    public ReachReader reaches() {
        return new ReachReader(part(PartitionStates.class), Moving.PARTITIONS);
    }

    /** Puts the clock to this instant. */
    public void set(Instant now) {
        part(HouseTime.class).set(now, REAL_PACE);
    }

    /** The house's time. */
    public Instant now() {
        return part(HouseTime.class).now();
    }

    /** Lets events in; false when one was refused. */
    public boolean enter(List<Event> events) {
        return part(Intake.class).accept(events.stream().map(Arrival::of).toList()).stream()
                .allMatch(Admission.Accepted.class::isInstance);
    }

    /** What lies on a member's phone. */
    public List<Received> phone(Subject member) {
        return part(Phones.class).of(member, 50);
    }

    /** How many decisions of any verdict are projected. */
    public long projected() {
        return part(Watch.class).counts().decisions().stream()
                .mapToLong(decision -> decision.count())
                .sum();
    }

    /** How many decisions of this step, of any verdict, are made, whether projected or not. */
    public long decided(String step) {
        return part(Watch.class).steps().entrySet().stream()
                .filter(count -> count.getKey().startsWith(step + "/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What waits. */
    public Backlog backlog() {
        return part(Surveyor.class).survey();
    }

    /** Waits until every entry is decided. */
    public void awaitDecided() {
        await(() -> backlog().lags().stream().allMatch(lag -> lag.entries() == 0));
    }

    /** Waits until every entry is decided, and so is what those brought to other partitions. */
    public void awaitScanned() {
        // why: partitions are looked at one after the other; what is forwarded meanwhile shows at the second look
        await(() -> Stream.generate(this::backlog)
                .limit(2)
                .allMatch(backlog ->
                        backlog.letters() == 0 && backlog.lags().stream().allMatch(lag -> lag.entries() == 0)));
    }

    /** Waits until every entry is decided and projected and nothing waits to be sent. */
    public void awaitDrained() {
        await(() -> {
            Backlog backlog = backlog();
            return backlog.claimed() == 0
                    && backlog.lanes().values().stream().allMatch(lane -> lane.messages() == 0)
                    && backlog.lags().stream().allMatch(lag -> lag.entries() == 0 && lag.unprojected() == 0);
        });
    }

    /** Looks until it holds. */
    public static void await(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** What its Redis says of itself. */
    public RedisUse redis() {
        return RedisUse.of(redis);
    }

    /** Bytes of its Redis' append-only file now. */
    public long file() {
        return RedisUse.of(redis, "persistence").file();
    }

    /** This JVM and its Redis. */
    public Processes processes() {
        return new Processes().with("Redis", redis().pid());
    }

    /** Bytes alive on the heap after it was cleared. */
    public static long heap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() {
        context.close();
        home.close();
    }
}
