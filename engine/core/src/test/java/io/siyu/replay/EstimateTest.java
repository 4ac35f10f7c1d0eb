package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void where_all_were_read_nothing_is_estimated() {
        assertThat(Estimate.of(12, 40, 1)).isEqualTo(new Estimate(12, 12, 12, 12));
        assertThat(Estimate.of(0, 0, 1)).isEqualTo(new Estimate(0, 0, 0, 0));
    }

    @Test
    void none_in_a_sample_may_be_few_in_all() {
        assertThat(Estimate.of(0, 0, 1.0 / 32)).isEqualTo(new Estimate(0, 0, 0, 96));
    }

    @Test
    void the_interval_holds_the_truth_nineteen_times_of_twenty() {
        SplittableRandom random = new SplittableRandom(7);
        int held = 0;
        int houses = 400;
        for (int house = 0; house < houses; house++) {
            long truth = 0;
            long counted = 0;
            long squares = 0;
            for (int member = 0; member < 4_000; member++) {
                long hits = random.nextInt(10) == 0 ? random.nextInt(1, 9) : 0;
                truth += hits;
                if (random.nextInt(32) == 0) {
                    counted += hits;
                    squares += hits * hits;
                }
            }
            Estimate estimate = Estimate.of(counted, squares, 1.0 / 32);
            held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        }
        assertThat(held).isBetween(houses * 88 / 100, houses * 99 / 100);
    }
}
