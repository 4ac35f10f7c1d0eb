package io.siyu.samples.chaos;

import io.siyu.dispatch.Desk;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Expiry;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Patience;
import io.siyu.partition.Advance;
import io.siyu.partition.Editions;
import io.siyu.partition.Worker;
import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisHouse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One process of the house, all its loops run by hand: a worker for each partition, and slots for each channel. */
final class Node implements AutoCloseable {
    static final int PARTITIONS = 3;
    static final List<Integer> ALL = IntStream.range(0, PARTITIONS).boxed().toList();
    /** States a worker keeps; fewer than there are members, so that some are read back. */
    private static final int CACHED = 2;

    private static final Duration PATIENT = Duration.ofHours(1);

    private final RedisHouse house;
    private final Ports ports;
    private final Trap trap = new Trap();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    private record Slot(Desk desk, Dispatch dispatch) {}

    /** A node that owns nothing yet. */
    Node(URI redis, HouseKey key, Planted planted, List<Vendor.Way> channels) {
        this.house = new RedisHouse(new RedisHouse.Place(
                redis, PARTITIONS, () -> Shop.CATALOGUE, key, 20_000, 100_000, trap, Clock.systemUTC()));
        this.ports = planted.ports().apply(new Ports(house.intake(), house.log(), house.states(), house.outbox()));
        Editions editions = hash -> Shop.EDITION;
        Worker.House with = new Worker.House(ports.log(), ports.states(), flush -> {}, trap, PARTITIONS);
        for (int partition : ALL) {
            Advance advance = new Advance(
                    editions,
                    (decision, state, edition) ->
                            decision.intent().target() + " " + decision.intent().event(),
                    PARTITIONS);
            workers.add(new Worker(with, advance, List.of(partition), CACHED));
        }
        // why: a pause of none makes a refused message due at once, whatever time a step really takes
        Patience patience = new Patience(Duration.ZERO, Duration.ZERO, 3, PATIENT);
        Expiry expiry = new Expiry(editions, house.time());
        Dispatch.Ways ways = new Dispatch.Ways(ports.outbox(), house.vault(), expiry, patience, trap);
        for (Vendor.Way channel : channels) {
            Desk desk = new Desk(channel);
            for (int number = 0; number < channel.concurrency(); number++) {
                Dispatch.Slot slot = new Dispatch.Slot(number, List.of(Lane.SERVICE, Lane.MARKETING), ALL);
                slots.add(new Slot(desk, new Dispatch(ways, desk, slot)));
            }
        }
    }

    RedisHouse house() {
        return house;
    }

    Ports ports() {
        return ports;
    }

    Trap trap() {
        return trap;
    }

    int work(int partition) {
        return workers.get(partition).round();
    }

    int slots() {
        return slots.size();
    }

    /** One slot makes one call with what waits. */
    int send(int slot) {
        ports.outbox().recall(ALL);
        Desk desk = slots.get(slot).desk();
        ports.outbox().waiting(ALL).forEach((queue, partitions) -> {
            if (queue.channel().equals(desk.channel().name())) {
                partitions.forEach((partition, depth) -> desk.found(queue.lane(), partition, depth));
            }
        });
        return slots.get(slot).dispatch().round();
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
        house.close();
    }
}
