package io.siyu.partition.redis;

import static io.siyu.partition.redis.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Verdict;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.event.Subject;
import io.siyu.house.LiveHouse;
import io.siyu.message.Message;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.report.Counts;
import io.siyu.report.Health;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveHouseIT {
    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private RedisHouse house;
    private LiveHouse live;
    private final Phone phone = new Phone();

    /** Counts what reaches it, by message. */
    private static final class Phone implements Channel {
        final Map<String, Message> got = new ConcurrentHashMap<>();

        @Override
        public String name() {
            return "phone";
        }

        @Override
        public Delivery deliver(Message message) {
            Message before = got.put(message.id(), message);
            return before == null ? new Delivery.Accepted("") : new Delivery.Rejected("twice", Delivery.Fault.FINAL);
        }

        @Override
        public Standing standing(Message message) {
            return got.containsKey(message.id()) ? Standing.ACCEPTED : Standing.NEVER_ACCEPTED;
        }
    }

    @BeforeEach
    void start() {
        house = REDIS.house(8);
        live = new LiveHouse(new LiveHouse.Plan(
                house, Shop.EDITIONS, Shop.COMPOSE, List.of(phone), 2, 10_000, FailPoint.NONE, Clock.systemUTC()));
        house.examineToo(live::ills);
        live.start();
    }

    @AfterEach
    void stop() {
        live.close();
        house.close();
    }

    private Counts counts() {
        return house.watch().counts();
    }

    @Test
    void an_order_becomes_a_message_on_the_phone_and_a_receipt_in_the_log() {
        house.intake().accept(List.of(Shop.order("o1", "mei")));

        await(() -> counts().entries() == 2);
        await(() -> counts().of(Verdict.SEND) == 1);
        assertThat(phone.got.values()).extracting(Message::text).containsExactly("谢谢 朋友 o1");
        Health health = house.doctor().examine();
        assertThat(health.well()).isTrue();
        assertThat(health.durability()).isEqualTo("aof always");
        assertThat(health.store()).startsWith("Redis 7.0");
    }

    @Test
    void a_wait_ends_without_a_further_event() {
        house.time().set(Instant.parse("2030-01-01T00:00:00Z"), 1000);
        house.intake().accept(List.of(Shop.joined("j1", "mei")));
        await(() -> phone.got.size() == 1);

        house.time().set(Instant.parse("2030-01-01T00:59:58Z"), 1000);
        await(() -> phone.got.size() == 2);

        await(() -> house.watch().about(Subject.member("mei"), 9).size() == 3);
        Instant later = house.watch().about(Subject.member("mei"), 1).get(0).at();
        assertThat(later).isBetween(Instant.parse("2030-01-01T01:00:00Z"), Instant.parse("2030-01-01T01:00:10Z"));
    }

    @Test
    void letters_are_counted_by_the_campaign() {
        house.intake().accept(List.of(Shop.joined("j1", "mei"), Shop.order("o1", "mei"), Shop.order("o2", "mei")));

        Subject club = new Subject(io.siyu.event.SubjectKind.CAMPAIGN, "club");
        await(() -> {
            var state = house.states().states(List.of(club)).get(club);
            return state != null
                    && state.profile() instanceof io.siyu.member.CampaignProfile profile
                    && profile.goals() == 2;
        });
    }

    @Test
    void a_power_cut_is_told_and_survived() {
        house.intake().accept(List.of(Shop.order("o1", "mei")));
        await(() -> counts().of(Verdict.SEND) == 1);

        REDIS.stop();
        await(() -> !house.doctor().examine().well());
        await(() -> !live.ills().isEmpty());
        assertThat(house.intake()
                        .accept(List.of(Shop.order("o2", "mei")))
                        .get(0)
                        .toString())
                .contains("DOWN");
        REDIS.cutPower();

        await(() -> house.doctor().examine().well());
        Arrival again = Shop.order("o2", "mei");
        house.intake().accept(List.of(again));
        await(() -> counts().of(Verdict.SEND) == 2);
        await(() -> phone.got.size() == 2);
    }
}
