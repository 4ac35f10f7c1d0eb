package io.siyu.replay.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReductionTest {

    private static final List<Integer> THOUSAND =
            IntStream.rangeClosed(1, 1000).boxed().toList();

    @Test
    void finds_the_two_of_a_thousand_that_matter_in_few_tries() {
        List<Integer> asked = new ArrayList<>();
        Predicate<List<Integer>> both = part -> {
            asked.add(part.size());
            return part.contains(137) && part.contains(861);
        };

        assertThat(Reduction.of(THOUSAND, both)).containsExactly(137, 861);
        assertThat(asked).hasSizeLessThan(120);
    }

    @Test
    void finds_one_and_neighbours_and_both_ends() {
        assertThat(Reduction.of(THOUSAND, part -> part.contains(1))).containsExactly(1);
        assertThat(Reduction.of(THOUSAND, part -> part.contains(1000))).containsExactly(1000);
        assertThat(Reduction.of(THOUSAND, part -> part.containsAll(List.of(500, 501))))
                .containsExactly(500, 501);
        assertThat(Reduction.of(THOUSAND, part -> part.containsAll(List.of(1, 1000))))
                .containsExactly(1, 1000);
    }

    @Test
    void keeps_all_when_all_matter_and_the_order_always() {
        List<Integer> seven = List.of(7, 6, 5, 4, 3, 2, 1);

        assertThat(Reduction.of(seven, part -> part.size() == 7)).isEqualTo(seven);
        assertThat(Reduction.of(seven, part -> part.size() >= 3)).hasSize(3).isSortedAccordingTo((a, b) -> b - a);
        assertThat(Reduction.of(List.of(1), part -> true)).containsExactly(1);
    }

    @Test
    void leaves_nothing_that_could_be_left_out_alone() {
        long seed = Long.getLong("siyu.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Integer> needed = random.ints(1 + random.nextInt(9), 1, 1001)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            int least = random.nextInt(4);
            Predicate<List<Integer>> shows = part -> part.containsAll(needed)
                    && part.stream().filter(one -> one % 7 == 0).count() >= least;
            List<Integer> left = Reduction.of(THOUSAND, shows);

            assertThat(shows).as("seed %d, round %d", seed, round).accepts(left);
            for (Integer one : left) {
                List<Integer> less = new ArrayList<>(left);
                less.remove(one);
                assertThat(shows).as("seed %d, round %d", seed, round).rejects(less);
            }
            assertThat(Reduction.of(THOUSAND, shows)).isEqualTo(left);
        }
    }
}
