package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Settings;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Claim;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Desk;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Expiry;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Patience;
import io.siyu.dispatch.Queue;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.Advance;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.Worker;
import io.siyu.report.StepCount;
import io.siyu.report.Story;
import io.siyu.report.whereabouts.InMemoryWhereabouts;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.UnifiedJedis;

/** A house whose messages a test sends by hand, slot by slot. */
abstract class SendingFixture {
    static final int PARTITIONS = 2;
    static final List<Integer> ALL = IntStream.range(0, PARTITIONS).boxed().toList();
    static final Map<Integer, Integer> SHARES = Map.of(0, 10, 1, 10);
    static final Subject MEI = Subject.member("mei");

    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private final InMemoryWhereabouts listed = new InMemoryWhereabouts();

    RedisHouse house;

    @BeforeEach
    void open() {
        house = REDIS.house(PARTITIONS);
        house.take();
    }

    @AfterEach
    void close() {
        nothing_is_counted_where_it_is_not();
        everybody_is_listed_where_they_are_counted();
        house.close();
    }

    /** Once all receipts are decided, each list is as long as its count, and made anew it is the same. */
    void everybody_is_listed_where_they_are_counted() {
        decide();
        StepListing listing = StepListing.of(house, listed);
        listing.holdsAll("club", house.steps().of("club"));
        InMemoryWhereabouts anew = new InMemoryWhereabouts();
        StepListing.of(house, anew);
        assertThat(listed).isEqualTo(anew);
    }

    /** What the house counts of the campaign's steps is what can be counted anew, and adds up. */
    void nothing_is_counted_where_it_is_not() {
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            List<StepCount> counts = house.steps().of("club");
            assertThat(counts).isEqualTo(StepRecount.of("club", redis, ALL)).allMatch(StepCount::isBalanced);
        }
    }

    void decided(Arrival... arrivals) {
        house.intake().accept(List.of(arrivals));
        decide();
    }

    void decide() {
        decide(Shop.advance(PARTITIONS));
    }

    void decide(Advance advance) {
        Worker.House with = new Worker.House(house.log(), house.states(), flush -> {}, FailPoint.NONE, PARTITIONS);
        try (Worker worker = new Worker(with, advance, ALL, 100)) {
            while (worker.round() > 0) {
                house.project();
            }
        }
    }

    Slot slot(Lane lane, Channel channel) {
        return new Slot(house, new Desk(channel), lane, FailPoint.NONE);
    }

    int round(Lane lane, Channel channel) {
        return slot(lane, channel).round();
    }

    List<Claim> claim(Lane lane) {
        return house.outbox().claim(new Queue(lane, "phone"), "0", SHARES);
    }

    /** One slot, which looks what waits before each round. */
    record Slot(RedisHouse house, Desk desk, Lane lane, Dispatch dispatch) {
        Slot(RedisHouse house, Desk desk, Lane lane, FailPoint failPoint) {
            this(
                    house,
                    desk,
                    lane,
                    new Dispatch(ways(house, failPoint), desk, new Dispatch.Slot(0, List.of(lane), ALL)));
        }

        static Dispatch.Ways ways(RedisHouse house, FailPoint failPoint) {
            return new Dispatch.Ways(
                    house.outbox(),
                    house.vault(),
                    new Expiry(SendingFixture::strict, house.time()),
                    new Patience(Duration.ofMillis(1), Duration.ofMillis(1), 3, Duration.ofHours(1)),
                    failPoint);
        }

        int round() {
            house.outbox().recall(ALL);
            ALL.forEach(partition -> desk.offer(lane, partition, 1_000));
            int ended = 0;
            for (int last = dispatch.round(); last > 0; last = dispatch.round()) {
                ended += last;
            }
            return ended;
        }
    }

    /** A vendor that keeps what it gets, and answers what it is told to. */
    static final class Vendor implements Channel {
        final List<Message> got = new ArrayList<>();
        Delivery answer = new Delivery.Accepted("v1");
        Standing standing = Standing.CANNOT_TELL;

        @Override
        public String name() {
            return "phone";
        }

        @Override
        public Delivery deliver(Message message) {
            got.add(message);
            return answer;
        }

        @Override
        public Standing standing(Message message) {
            return standing;
        }
    }

    String message() {
        return house.watch().about(MEI, 1).get(0).message();
    }

    Story story() {
        return house.watch().story(message()).orElseThrow();
    }

    /** As if the deferred messages had been deferred ten minutes earlier. */
    void passTenMinutes() {
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            for (int partition : ALL) {
                for (String id : redis.zrange(RedisKeys.deferred(partition), 0, -1)) {
                    redis.zincrby(RedisKeys.deferred(partition), -600_000_000.0, id);
                }
            }
        }
    }

    void restart() {
        house.close();
        house = REDIS.house(PARTITIONS);
        house.take();
    }

    /** The shop's edition with a day for what is stale. */
    static Edition strict(String hash) {
        Edition lax = Shop.EDITIONS.edition(hash);
        Settings settings = lax.settings();
        Settings strict = new Settings(
                settings.retailer(),
                settings.zone(),
                settings.currency(),
                settings.language(),
                null,
                List.of(),
                Duration.ofDays(1),
                0,
                settings.channels());
        return new Edition(hash, lax.catalogue(), strict, lax.campaigns(), lax.templates(), lax.rules());
    }

    /** How many messages have each last status. */
    Map<String, Long> statuses() {
        Map<String, Long> statuses = new TreeMap<>();
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            for (int partition : ALL) {
                for (String week : redis.keys(RedisKeys.prefix(partition) + "seen:*")) {
                    redis.hgetAll(week).forEach((key, told) -> {
                        if (key.startsWith("m:")) {
                            statuses.merge(told.split(" ", -1)[1], 1L, Long::sum);
                        }
                    });
                }
            }
        }
        return statuses;
    }

    /** The types of all receipts in the log about this message, each with its reason. */
    List<String> receipts(String message) {
        List<String> receipts = new ArrayList<>();
        for (List<Entry> log : house.log().entries(Map.of(0, 0L, 1, 0L), 10_000).values()) {
            for (Entry entry : log) {
                if (entry.kind() == EntryKind.RECEIPT
                        && message.equals(entry.event().value("message"))) {
                    Object reason =
                            entry.event().value(entry.event().type().name().equals("message.sent") ? "ref" : "reason");
                    String type = entry.event().type().name().substring("message.".length());
                    receipts.add(reason == null ? type : type + " " + reason);
                }
            }
        }
        return receipts;
    }

    void control(String type, String id) {
        for (int partition : ALL) {
            house.log()
                    .append(
                            EntryKind.CONTROL,
                            HouseEvent.of(Shop.CATALOGUE.require(type), id + partition)
                                    .with("campaign", "club")
                                    .about(
                                            Subject.partition(partition),
                                            house.time().now()),
                            null);
        }
        decide();
    }
}
