package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.dispatch.Claim;
import io.siyu.dispatch.DeadLetter;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Outcome;
import io.siyu.dispatch.Outcome.Result;
import io.siyu.partition.Arrival;
import io.siyu.report.StepCount;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** At any moment every proposal of a campaign's step is counted in exactly one place, the one it is in. */
class ReconciliationIT extends SendingFixture {
    private static final int MEMBERS = 12;

    private void joined() {
        decided(IntStream.range(0, MEMBERS)
                .mapToObj(i -> Shop.joined("j" + i, "m" + i))
                .toArray(Arrival[]::new));
    }

    private StepCount hello() {
        nothing_is_counted_where_it_is_not();
        return house.steps().of("club").stream()
                .filter(count -> count.step().equals("hello"))
                .findFirst()
                .orElseThrow();
    }

    private void end(Claim claim, Result result) {
        Fault fault = result == Result.FAILED ? Fault.FINAL : result == Result.DEFERRED ? Fault.PASSING : null;
        house.outbox().end(List.of(new Outcome(claim, result, "because", 1, Duration.ofMinutes(1), fault)));
    }

    @Test
    void messages_are_counted_where_they_are_on_their_whole_way() {
        joined();
        assertThat(hello()).isEqualTo(count(12, 12, 0, 0, 0, 0, 0));

        List<Claim> claims = claim(Lane.SERVICE);
        assertThat(claims).hasSizeGreaterThanOrEqualTo(6);
        int claimed = claims.size();
        assertThat(hello()).isEqualTo(count(12, 12 - claimed, claimed, 0, 0, 0, 0));

        end(claims.get(0), Result.SENT);
        end(claims.get(1), Result.FAILED);
        end(claims.get(2), Result.UNKNOWN);
        end(claims.get(3), Result.RELEASED);
        end(claims.get(4), Result.DEFERRED);
        end(claims.get(5), Result.EXPIRED);
        assertThat(hello()).isEqualTo(count(12, 14 - claimed, claimed - 6, 1, 1, 1, 1));
        everybody_is_listed_where_they_are_counted();

        end(claims.get(2), Result.SENT);
        end(claims.get(0), Result.FAILED);
        assertThat(hello()).isEqualTo(count(12, 14 - claimed, claimed - 6, 2, 1, 0, 1));
        everybody_is_listed_where_they_are_counted();

        DeadLetter dead = house.deadLetters().newest(1).get(0);
        assertThat(house.deadLetters().requeue(dead.partition(), dead.id())).isTrue();
        decide();
        assertThat(hello()).isEqualTo(count(12, 15 - claimed, claimed - 6, 2, 0, 0, 1));
    }

    @Test
    void a_claim_of_before_claims_told_what_they_are_counted_by_is_counted() {
        joined();
        List<Claim> claims = claim(Lane.SERVICE);
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            for (Claim claim : claims) {
                String key = RedisKeys.claims(claim.partition());
                String stored = redis.hget(key, claim.message().id());
                assertThat(stored).endsWith(" club/hello/message");
                redis.hset(key, claim.message().id(), stored.substring(0, stored.lastIndexOf(' ')));
            }
        }
        claims.forEach(claim -> end(claim, Result.SENT));
        assertThat(hello()).isEqualTo(count(12, 12 - claims.size(), 0, claims.size(), 0, 0, 0));
    }

    @Test
    void outcomes_of_every_kind_told_together_are_those_told_one_by_one() {
        joined();
        List<Claim> claims = claim(Lane.SERVICE);
        List<Result> results = List.of(Result.SENT, Result.FAILED, Result.UNKNOWN, Result.RELEASED, Result.SENT);
        house.outbox()
                .end(IntStream.range(0, results.size())
                        .mapToObj(i -> new Outcome(claims.get(i), results.get(i), "because " + i))
                        .toList());
        assertThat(hello()).isEqualTo(count(12, 13 - claims.size(), claims.size() - 5, 2, 1, 1, 0));
        assertThat(statuses())
                .containsEntry("sent", 2L)
                .containsEntry("failed", 1L)
                .containsEntry("unknown", 1L);
        assertThat(house.deadLetters().newest(5))
                .extracting(DeadLetter::reason)
                .containsExactlyInAnyOrder("because 1", "because 2");
    }

    /** The audience, and how many of them are pending, claimed, sent, failed, unknown, cancelled. */
    private static StepCount count(long audience, long... at) {
        return new StepCount("hello", "message", audience, 0, 0, at[0], at[1], at[2], at[3], at[4], at[5]);
    }

    @Test
    void parking_moves_nothing_and_cancelling_what_waits_does() {
        joined();
        control("campaign.paused", "pause");
        round(Lane.SERVICE, new Vendor());
        assertThat(statuses()).containsEntry("parked", 12L);
        assertThat(hello()).isEqualTo(count(12, 12, 0, 0, 0, 0, 0));

        decided(Shop.withdrawal("w", "m3", Purpose.SERVICE));
        assertThat(hello()).isEqualTo(count(12, 11, 0, 0, 0, 0, 1));

        control("campaign.ended", "end");
        assertThat(hello()).isEqualTo(count(12, 0, 0, 0, 0, 0, 12));
    }

    @Test
    void what_guards_keep_back_is_counted_where_they_do() {
        decided(Shop.withdrawal("w", "m0", Purpose.SERVICE));
        decide(Shop.limited(PARTITIONS, 5));
        house.intake().accept(List.of(Shop.joined("j0", "m0"), Shop.joined("j1", "m1")));
        decide(Shop.limited(PARTITIONS, 5));

        assertThat(hello()).isEqualTo(new StepCount("hello", "message", 2, 1, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void entering_is_counted_too() {
        joined();
        assertThat(house.steps().of("club").get(0)).isEqualTo(new StepCount("", "enrol", 12, 0, 0, 0, 0, 12, 0, 0, 0));
        assertThat(house.steps().of("clu")).isEmpty();
    }

    @Test
    void a_count_that_is_off_is_found_out() {
        joined();
        try (UnifiedJedis redis = RedisServers.at(REDIS.url()).client()) {
            redis.hincrBy(RedisKeys.prefix(0) + "ways", "club/hello/message/pending", -1);
            assertThat(house.steps().of("club")).isNotEqualTo(StepRecount.of("club", redis, ALL));
            assertThat(house.steps().of("club")).anyMatch(count -> !count.isBalanced());
            redis.hincrBy(RedisKeys.prefix(0) + "ways", "club/hello/message/pending", 1);
        }
    }
}
