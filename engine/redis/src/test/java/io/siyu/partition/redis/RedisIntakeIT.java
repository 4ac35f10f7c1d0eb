package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.event.Entry;
import io.siyu.event.Subject;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.HouseClock;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

class RedisIntakeIT {
    @RegisterExtension
    static final RedisServer REDIS = new RedisServer();

    private RedisHouse house;

    @BeforeEach
    void open() {
        house = REDIS.house(4);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<Entry> log() {
        List<Entry> entries = new ArrayList<>();
        house.log().entries(Map.of(0, 0L, 1, 0L, 2, 0L, 3, 0L), 1000).values().forEach(entries::addAll);
        return entries;
    }

    @Test
    void an_accepted_event_lies_in_the_log_of_its_subject() {
        Arrival order = Shop.order("o1", "mei");

        Admission admission = house.intake().accept(List.of(order)).get(0);

        int partition = Subject.member("mei").partitionOf(4);
        Entry entry =
                house.log().entries(Map.of(partition, 0L), 10).get(partition).get(0);
        assertThat(admission).isEqualTo(new Admission.Accepted(partition, 1, entry.at()));
        assertThat(entry.event().id()).isEqualTo("o1");
        assertThat(entry.event().value("total")).isEqualTo(20000L);
    }

    @Test
    void a_clock_once_changed_is_not_undone_by_a_look_at_the_old_one() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread lookout = new Thread(() -> {
            while (!done.get()) {
                house.look();
            }
        });
        lookout.start();
        try {
            for (int i = 0; i < 500; i++) {
                HouseClock set = house.time().run(1000 + i, false);
                assertThat(house.time().clock().version()).isEqualTo(set.version());
            }
        } finally {
            done.set(true);
            lookout.join();
        }
    }

    @Test
    void the_same_source_and_id_enters_once() {
        house.intake().accept(List.of(Shop.order("o1", "mei"), Shop.order("o2", "mei")));

        List<Admission> again = house.intake().accept(List.of(Shop.order("o2", "mei"), Shop.order("o3", "mei")));

        assertThat(again.get(0)).isEqualTo(new Admission.Duplicate());
        assertThat(again.get(1))
                .isInstanceOfSatisfying(
                        Admission.Accepted.class, a -> assertThat(a.position()).isEqualTo(3));
        assertThat(log()).extracting(e -> e.event().id()).containsExactly("o1", "o2", "o3");
    }

    @Test
    void the_same_id_twice_in_one_batch_enters_once() {
        List<Admission> both = house.intake().accept(List.of(Shop.order("o1", "mei"), Shop.order("o1", "mei")));

        assertThat(both.get(0)).isInstanceOf(Admission.Accepted.class);
        assertThat(both.get(1)).isEqualTo(new Admission.Duplicate());
    }

    @Test
    void log_time_never_goes_back_when_the_clock_does() {
        house.time().set(Instant.parse("2030-01-01T00:00:00Z"), 1000);
        house.intake().accept(List.of(Shop.order("o1", "mei")));
        house.time().set(Instant.parse("2029-01-01T00:00:00Z"), 1000);

        house.intake().accept(List.of(Shop.order("o2", "mei")));

        assertThat(log().get(1).at()).isEqualTo(log().get(0).at()).isAfter(Instant.parse("2029-12-31T00:00:00Z"));
    }

    @Test
    void an_accelerated_clock_runs_ahead_and_a_paused_one_stands() {
        house.time().set(Instant.parse("2030-01-01T00:00:00Z"), 8_640_000);
        house.time().run(1000, true);

        house.intake().accept(List.of(Shop.order("o1", "mei"), Shop.order("o2", "mei")));

        assertThat(log().get(0).at())
                .isEqualTo(house.time().now())
                .isEqualTo(log().get(1).at());
        assertThat(house.time().now()).isAfter(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void a_partition_too_far_behind_refuses_for_now() {
        HouseKey key = HouseKey.in(REDIS.directory().resolve("house.key"));
        RedisHouse.Place place =
                new RedisHouse.Place(REDIS.url(), 4, () -> Shop.CATALOGUE, key, 2, 100, where -> {}, Clock.systemUTC());
        try (RedisHouse narrow = new RedisHouse(place)) {
            narrow.intake().accept(List.of(Shop.order("o1", "mei"), Shop.order("o2", "mei")));

            Admission third =
                    narrow.intake().accept(List.of(Shop.order("o3", "mei"))).get(0);

            assertThat(third)
                    .isInstanceOfSatisfying(
                            Admission.Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Admission.Cause.LAG));
            assertThat(log()).hasSize(2);
        }
    }

    @Test
    void personal_values_lie_encrypted_in_the_vault_and_nowhere_else() {
        house.intake().accept(List.of(Shop.shipped("s1", "mei")));

        Subject mei = Subject.member("mei");
        assertThat(house.vault().personal(List.of(mei)).get(mei))
                .containsEntry("recipient", "王小明")
                .containsEntry("phone", "13800001111");
        assertThat(everything()).isNotEmpty().noneMatch(text -> text.contains("王小明") || text.contains("13800001111"));
    }

    private static List<String> everything() {
        List<String> all = new ArrayList<>();
        REDIS.each(server -> {
            for (String key : server.keys("*")) {
                all.add(new String(server.dump(key), java.nio.charset.StandardCharsets.UTF_8));
            }
        });
        return all;
    }

    @Test
    void accepted_events_survive_a_power_cut() {
        house.intake().accept(List.of(Shop.order("o1", "mei")));

        REDIS.cutPower();
        house.close();
        house = REDIS.house(4);

        assertThat(log()).extracting(e -> e.event().id()).containsExactly("o1");
    }

    @Test
    void scripts_are_loaded_again_after_a_restart() {
        house.intake().accept(List.of(Shop.order("o1", "mei")));
        REDIS.each(Jedis::scriptFlush);

        Admission next = house.intake().accept(List.of(Shop.order("o2", "mei"))).get(0);

        assertThat(next).isInstanceOf(Admission.Accepted.class);
    }

    @Test
    void another_partition_count_is_refused_with_the_one_it_had() {
        assertThatThrownBy(() -> REDIS.house(8))
                .isInstanceOf(UnusableRedisException.class)
                .hasMessage("This house has 4 partitions since its first start, not 8.\nMaybe set them back to 4.");
    }

    @Test
    void a_redis_that_evicts_is_refused() {
        REDIS.each(server -> server.configSet("maxmemory-policy", "allkeys-lru"));
        assertThatThrownBy(() -> REDIS.house(4)).hasMessageContaining("CONFIG SET maxmemory-policy noeviction");
        REDIS.each(server -> server.configSet("maxmemory-policy", "noeviction"));
    }

    @Test
    void without_redis_an_event_is_refused_as_down() {
        URI nobody = URI.create("redis://127.0.0.1:1");
        assertThatThrownBy(() -> new RedisHouse(new RedisHouse.Place(
                        nobody,
                        4,
                        () -> Shop.CATALOGUE,
                        HouseKey.in(REDIS.directory().resolve("house.key")),
                        Clock.systemUTC())))
                .hasMessageContaining("Redis cannot be reached");
    }
}
