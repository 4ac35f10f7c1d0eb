package io.siyu.house;

import io.siyu.decision.Decision;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Lane;
import io.siyu.message.Compose;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.Editions;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Flush;
import io.siyu.partition.Loop;
import io.siyu.partition.Worker;
import io.siyu.report.Health.Ill;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The threads of one node: workers that decide, a pulse that ticks, a postman for letters, one sender per lane, one
 * that projects and one that archives. Open from {@link #start()} to {@link #close()}.
 */
public final class LiveHouse implements AutoCloseable {
    private static final Duration PULSE = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofMillis(250);

    private final Plan plan;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Loop> deciding = new ArrayList<>();
    private final Map<Lane, Loop> lanes = new EnumMap<>(Lane.class);
    private final List<Loop> others = new ArrayList<>();
    private final Loop letters;

    /**
     * What the house runs with.
     *
     * @param workers threads that decide, from 1
     * @param cached states each worker keeps in memory
     * @param clock this machine's; tells since when something is wrong
     */
    public record Plan(
            Store store,
            Editions editions,
            Compose compose,
            List<Channel> channels,
            int workers,
            int cached,
            FailPoint failPoint,
            Clock clock,
            Observer observer) {
        public Plan {
            channels = List.copyOf(channels);
            store = Observed.store(store, observer);
        }

        /** A plan on which nobody looks. */
        public Plan(
                Store store,
                Editions editions,
                Compose compose,
                List<Channel> channels,
                int workers,
                int cached,
                FailPoint failPoint,
                Clock clock) {
            this(store, editions, compose, channels, workers, cached, failPoint, clock, Observer.NONE);
        }
    }

    /** A house that does not run yet. */
    public LiveHouse(Plan plan) {
        this.plan = plan;
        this.letters = loop("letters", () -> plan.store().log().forward(all()) > 0);
        for (int i = 0; i < plan.workers(); i++) {
            Worker worker = worker(i);
            workers.add(worker);
            deciding.add(loop("worker-" + i, () -> worker.round() > 0));
        }
        Dispatch.Ways ways = ways();
        for (Lane lane : Lane.values()) {
            Dispatch dispatch = new Dispatch(ways, lane, all());
            lanes.put(lane, loop("send-" + lane.word(), () -> dispatch.round() > 0));
        }
        others.add(new Loop("pulse", this::pulse, PULSE, plan.clock()));
        others.add(loop("project", plan.store()::project));
        others.add(loop("archive", plan.store()::archive));
        others.add(letters);
    }

    private Worker worker(int number) {
        List<Integer> owned =
                all().stream().filter(p -> p % plan.workers() == number).toList();
        Advance advance =
                new Advance(plan.editions(), plan.compose(), plan.store().partitions());
        Worker.House house = new Worker.House(
                plan.store().log(),
                plan.store().states(),
                new Told(),
                plan.failPoint(),
                plan.store().partitions());
        return new Worker(house, advance, owned, plan.cached());
    }

    private Dispatch.Ways ways() {
        Map<String, Channel> channels = new TreeMap<>();
        plan.channels().forEach(channel -> channels.put(channel.name(), channel));
        return new Dispatch.Ways(plan.store().outbox(), plan.store().vault(), channels, plan.failPoint());
    }

    private Loop loop(String name, Loop.Round round) {
        return new Loop(name, round, REST, plan.clock());
    }

    private List<Integer> all() {
        return IntStream.range(0, plan.store().partitions()).boxed().toList();
    }

    /** Takes the partitions over and starts the threads. */
    public LiveHouse start() {
        plan.store().take();
        plan.store()
                .onAppended(
                        partition -> deciding.get(partition % deciding.size()).wake());
        lanes.values().forEach(Loop::start);
        others.forEach(Loop::start);
        deciding.forEach(Loop::start);
        return this;
    }

    private boolean pulse() {
        plan.store().log().tick(all());
        return false;
    }

    /** What workers tell: it wakes who has to go on, and the observer hears of it. */
    private final class Told implements Worker.Written {
        @Override
        public void written(Flush flush) {
            wakeFor(flush);
        }

        @Override
        public void decided(Duration took) {
            plan.observer().decided(took);
        }
    }

    private void wakeFor(Flush flush) {
        for (Commit commit : flush.commits()) {
            if (!commit.letters().isEmpty()) {
                letters.wake();
            }
            for (Decision decision : commit.decisions()) {
                if (decision.purpose() != null && decision.sends()) {
                    wake(Lane.of(decision.purpose()));
                }
            }
        }
    }

    private void wake(Lane lane) {
        Loop loop = lanes.get(lane);
        if (loop != null) {
            loop.wake();
        }
    }

    private List<Loop> loops() {
        List<Loop> loops = new ArrayList<>(deciding);
        loops.addAll(lanes.values());
        loops.addAll(others);
        return loops;
    }

    /** How many rounds of each thread have ended in a fault, by the thread's name. */
    public Map<String, Long> faults() {
        Map<String, Long> faults = new TreeMap<>();
        loops().forEach(loop -> faults.put(loop.name(), loop.faults()));
        return faults;
    }

    /** What keeps any of the threads from working. */
    public List<Ill> ills() {
        List<Ill> ills = new ArrayList<>();
        for (Loop loop : loops()) {
            loop.fault().ifPresent(fault -> ills.add(new Ill(loop.name(), fault.what())));
        }
        return ills;
    }

    @Override
    public void close() {
        deciding.forEach(Loop::close);
        others.forEach(Loop::close);
        lanes.values().forEach(Loop::close);
        workers.forEach(Worker::close);
    }
}
