package io.siyu.partition.redis;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Patience;
import io.siyu.house.LiveHouse;
import io.siyu.house.Observer;
import io.siyu.message.Message;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.Editions;
import io.siyu.partition.FailPoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.RedisClient;

/**
 * A process that runs a whole house under traffic until it is killed at a fail point. Tells on its output: {@code A id}
 * for each event it acknowledged, and {@code HIT} when it is where it shall die.
 */
public final class DoomedHouse {
    static final int PARTITIONS = 8;
    static final int MEMBERS = 40;
    private static final Duration LEASE = Duration.ofMillis(500);
    static final int BATCH = 20;
    private static final int AT_ONCE = 2_000;
    private static final int MOST = 20_000;

    private DoomedHouse() {}

    /** Arguments: Redis URL, file of the house key, fail point, how often it is passed before, generation. */
    public static void main(String[] args) throws InterruptedException {
        URI url = URI.create(args[0]);
        Path key = Path.of(args[1]);
        FailPoint death = death(FailPoint.Place.valueOf(args[2]), Integer.parseInt(args[3]));
        int generation = Integer.parseInt(args[4]);
        RedisHouse house = house(url, key, death);
        live(house, new Vendor(url), death).start();
        send(house, generation - 1, 0);
        for (int from = 0; from < MOST; from += BATCH) {
            send(house, generation, from);
            if (from >= AT_ONCE) {
                // why: a quick house takes all in a few large steps; a trickle makes it pass every place often enough
                new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
            }
        }
        System.exit(1);
    }

    static RedisHouse house(URI url, Path key, FailPoint death) {
        return new RedisHouse(new RedisHouse.Place(
                url, PARTITIONS, () -> Shop.CATALOGUE, HouseKey.in(key), 100_000, 100_000, death, Clock.systemUTC()));
    }

    static LiveHouse live(RedisHouse house, Channel vendor, FailPoint death) {
        return live(house, Shop.EDITIONS, vendor, death);
    }

    static LiveHouse live(RedisHouse house, Editions editions, Channel vendor, FailPoint death) {
        LiveHouse.Terms terms = new LiveHouse.Terms(LEASE, Duration.ofSeconds(10), Patience.USUAL);
        return new LiveHouse(new LiveHouse.Plan(
                house,
                editions,
                Shop.COMPOSE,
                List.of(vendor),
                2,
                1_000,
                death,
                Clock.systemUTC(),
                Observer.NONE,
                terms));
    }

    /** Dies at a place once it was passed so often. */
    static FailPoint death(FailPoint.Place place, int passes) {
        AtomicInteger left = new AtomicInteger(passes);
        return reached -> {
            if (reached == place && left.getAndDecrement() == 0) {
                tell("HIT");
                if (place != FailPoint.Place.IN_COMMIT) {
                    stayHere();
                }
            }
        };
    }

    private static void stayHere() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets a batch of events in and tells which were acknowledged. */
    static void send(RedisHouse house, int generation, int from) {
        List<Arrival> batch = new ArrayList<>();
        for (int n = from; n < from + BATCH; n++) {
            String id = "g" + generation + "-" + n;
            String member = "m" + n % MEMBERS;
            batch.add(n % 2 == 0 ? Shop.order(id, member) : Shop.view(id, member));
        }
        List<Admission> admissions = house.intake().accept(batch);
        for (int i = 0; i < batch.size(); i++) {
            if (admissions.get(i) instanceof Admission.Accepted) {
                tell("A " + batch.get(i).event().id());
            }
        }
    }

    static synchronized void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** A vendor that counts every message handed to it, and can be asked afterwards. */
    record Vendor(RedisClient redis) implements Channel {
        static final String HANDED = "vendor:handed";

        Vendor(URI url) {
            this(RedisClient.create(url));
        }

        @Override
        public String name() {
            return "phone";
        }

        @Override
        public Delivery deliver(Message message) {
            redis.hincrBy(HANDED, message.id(), 1);
            return new Delivery.Accepted("");
        }

        @Override
        public Standing standing(Message message) {
            return redis.hexists(HANDED, message.id()) ? Standing.ACCEPTED : Standing.NEVER_ACCEPTED;
        }
    }
}
