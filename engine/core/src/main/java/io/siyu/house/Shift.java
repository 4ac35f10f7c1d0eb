package io.siyu.house;

import io.siyu.decision.Decision;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Expiry;
import io.siyu.dispatch.Lane;
import io.siyu.event.Entry;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.Flush;
import io.siyu.partition.Loop;
import io.siyu.partition.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The threads of one node while it owns the house: workers that decide, a pulse that ticks, a postman for letters, those
 * that send, one that projects and one that archives.
 */
final class Shift {
    private static final Duration PULSE = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofMillis(250);
    private static final Duration BROKEN_OFF = Duration.ofSeconds(2);

    private final LiveHouse.Plan plan;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Loop> deciding = new ArrayList<>();
    private final List<Loop> others = new ArrayList<>();
    private final Sending sending;
    private final Loop letters;

    Shift(LiveHouse.Plan plan) {
        this.plan = plan;
        this.letters = loop("letters", () -> plan.store().log().forward(all()) > 0);
        for (int i = 0; i < plan.workers(); i++) {
            Worker worker = worker(i);
            workers.add(worker);
            deciding.add(loop("worker-" + i, () -> worker.round() > 0));
        }
        this.sending = new Sending(ways(), all(), plan.clock(), plan.terms());
        others.add(new Loop("pulse", this::pulse, PULSE, plan.clock()));
        others.add(loop("project", plan.store()::project));
        others.add(loop("archive", plan.store()::archive));
        others.add(letters);
    }

    /** The names of the threads a node has while it owns the house. */
    static List<String> threads(LiveHouse.Plan plan) {
        List<String> names = new ArrayList<>(List.of("pulse", "project", "archive", "letters", "send-lookout"));
        IntStream.range(0, plan.workers()).forEach(i -> names.add("worker-" + i));
        for (Channel channel : plan.channels()) {
            IntStream.range(0, channel.concurrency()).forEach(i -> names.add("send-" + channel.name() + "-" + i));
        }
        return names;
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
        return new Dispatch.Ways(
                plan.store().outbox(),
                plan.store().vault(),
                new Expiry(plan.editions(), plan.store().time()),
                plan.terms().patience(),
                plan.failPoint());
    }

    private Loop loop(String name, Loop.Round round) {
        return new Loop(name, round, REST, plan.clock());
    }

    private List<Integer> all() {
        return IntStream.range(0, plan.store().partitions()).boxed().toList();
    }

    Shift start() {
        sending.start(plan.channels());
        others.forEach(Loop::start);
        deciding.forEach(Loop::start);
        return this;
    }

    /** Something was appended to this partition. */
    void appended(int partition) {
        deciding.get(partition % deciding.size()).wake();
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
            Entry last = flush.commits().get(flush.commits().size() - 1).entry();
            if (last.event().type().name().equals(Worker.SNAPSHOT)) {
                plan.store().snapshot(flush.partition().number(), last);
            }
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
                    sending.hint(
                            decision.channel(),
                            Lane.of(decision.purpose()),
                            flush.partition().number());
                }
            }
        }
    }

    List<Loop> loops() {
        List<Loop> loops = new ArrayList<>(deciding);
        loops.addAll(sending.loops());
        loops.addAll(others);
        return loops;
    }

    /** Ends all threads; calls in flight have so long to come to an end and are broken off then. */
    void end(Duration grace) {
        deciding.forEach(Loop::end);
        others.forEach(Loop::end);
        sending.end();
        List<Loop> loops = loops();
        long deadline = System.nanoTime() + grace.toNanos();
        List<Loop> late = loops.stream()
                .filter(loop -> !loop.ended(Duration.ofNanos(deadline - System.nanoTime())))
                .toList();
        late.forEach(Loop::interrupt);
        late.forEach(loop -> loop.ended(BROKEN_OFF));
        workers.forEach(Worker::close);
    }
}
