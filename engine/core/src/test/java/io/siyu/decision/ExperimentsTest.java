package io.siyu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.siyu.event.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExperimentsTest {
    private static final int MEMBERS = 100_000;
    private static final int BATCH = 200;
    /** Of two degrees of freedom: what chance exceeds once in 100, and once in a million. */
    private static final double ONE_IN_100 = 9.21;

    private static final double ONE_IN_A_MILLION = 27.63;
    private static final Map<String, Integer> SHARES = shares();

    private static Map<String, Integer> shares() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("plain", 500);
        shares.put("warm", 300);
        shares.put("short", 200);
        return shares;
    }

    private static Subject member(int number) {
        return Subject.member("m" + number);
    }

    private static String variant(int member) {
        return Experiments.variant("promo", member(member), "words", SHARES);
    }

    private static double chiSquare(int from, int to, Function<Integer, String> variant) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            seen.merge(variant.apply(i), 1, Integer::sum);
        }
        double sum = 0;
        for (Map.Entry<String, Integer> share : SHARES.entrySet()) {
            double expected = (to - from) * share.getValue() / 1000.0;
            double off = seen.getOrDefault(share.getKey(), 0) - expected;
            sum += off * off / expected;
        }
        return sum;
    }

    @Test
    void a_hundred_thousand_members_are_parted_as_written() {
        assertThat(chiSquare(0, MEMBERS, ExperimentsTest::variant)).isLessThan(ONE_IN_100);
    }

    @Test
    void small_batches_are_off_no_more_often_than_chance_has_it() {
        List<Double> batches = new ArrayList<>();
        for (int from = 0; from < MEMBERS; from += BATCH) {
            batches.add(chiSquare(from, from + BATCH, ExperimentsTest::variant));
        }
        assertThat(batches).hasSize(500).allMatch(batch -> batch < ONE_IN_A_MILLION);
        assertThat(batches.stream().filter(batch -> batch > ONE_IN_100).count()).isLessThanOrEqualTo(12);
        double mean =
                batches.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).isBetween(1.7, 2.3);
    }

    @Test
    void the_test_would_see_a_hash_that_is_not_even() {
        assertThat(chiSquare(0, BATCH, member -> member % 2 == 0 ? "plain" : "warm"))
                .isGreaterThan(ONE_IN_A_MILLION);
    }

    @Test
    void parts_of_two_experiments_have_nothing_to_do_with_each_other() {
        int both = 0;
        for (int i = 0; i < MEMBERS; i++) {
            boolean first = Experiments.bucket("promo", member(i), "words") < 500;
            boolean second = Experiments.bucket("promo", member(i), "picture") < 500;
            both += first && second ? 1 : 0;
        }
        assertThat(both).isBetween(24_500, 25_500);
    }

    @Test
    void nobody_changes_the_variant() {
        assertThat(variant(7)).isEqualTo(variant(7));
        assertThat(Experiments.bucket("promo", member(7), "words"))
                .isEqualTo((int) Ids.spread("place\npromo\nwords\nmember/m7", 1000));
    }

    @Test
    void held_out_are_as_many_as_written_in_all_and_in_small_batches() {
        int heldOut = 0;
        int far = 0;
        for (int from = 0; from < MEMBERS; from += BATCH) {
            int here = 0;
            for (int i = from; i < from + BATCH; i++) {
                here += Experiments.isControl(member(i), 50) ? 1 : 0;
            }
            heldOut += here;
            // why: of 200 with 5 % each, fewer than 3 or more than 18 come by chance about once in 150 times
            far += here < 3 || here > 18 ? 1 : 0;
        }
        assertThat(heldOut).isBetween(4_750, 5_250);
        assertThat(far).isLessThanOrEqualTo(10);
    }

    @Test
    void shares_that_are_not_the_whole_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiments.variant("promo", member(1), "words", Map.of("plain", 500)))
                .withMessageContaining("500 of 1000");
    }
}
