package io.siyu.rule.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.rule.Fact;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.drools.DroolsOracle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    private static final List<String> TYPES = List.of(
            "order.placed",
            "order.placed",
            "order.placed",
            "order.placed",
            "order.placed",
            "order.paid",
            "order.paid",
            "member.joined",
            "feedback.given",
            "store.visited",
            "store.visited",
            "coupon.issued",
            "level.changed",
            "coupon.issued");

    private static final List<Long> TOTALS = List.of(0L, 10_000L, 40_000L, 60_000L, 120_000L, 300_000L, 600_000L);

    @Test
    void are_without_fault() {
        assertThat(Shopper.shipped().diagnostics()).isEmpty();
        assertThat(Shopper.shipped().book().rules()).hasSizeBetween(5, 30);
    }

    @Test
    void have_a_test_of_their_name_each() {
        for (Source source : Shopper.sources()) {
            StringBuilder name = new StringBuilder();
            for (String word : source.file().replaceAll("rules/|[.][a-z]+$", "").split("-", -1)) {
                name.append(word.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                        .append(word.substring(1));
            }
            assertThat(Path.of("src/test/java/io/siyu/rule/shipped", name + "Test.java"))
                    .matches(Files::exists, "exists");
        }
    }

    @Test
    void decide_as_drools_own_compiler_lets_them() {
        long seed = Long.getLong("siyu.seed", System.nanoTime());
        System.out.println("siyu.seed=" + seed);
        Random random = new Random(seed);
        SortedSet<String> ever = new TreeSet<>();
        try (DroolsOracle oracle = new DroolsOracle(Shopper.sources(), Shopper.SCHEMA)) {
            for (int member = 0; member < 150; member++) {
                ever.addAll(compare(oracle, random, seed));
            }
        }
        assertThat(ever)
                .as("seed %d", seed)
                .hasSize(Shopper.shipped().book().rules().size());
    }

    private static SortedSet<String> compare(DroolsOracle oracle, Random random, long seed) {
        SortedSet<String> ever = new TreeSet<>();
        try (Shopper shopper = new Shopper()) {
            int day = 0;
            for (int i = 0; i < 24; i++) {
                day += random.nextInt(random.nextInt(4) > 0 ? 8 : 240);
                Fact fact = fact(shopper, random, day);
                SortedSet<String> fired = shopper.fire(fact).proposals().stream()
                        .map(Proposal::rule)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(fired).as("seed %d, %s", seed, fact.event()).isEqualTo(oracle.fire(fact));
                ever.addAll(fired);
            }
        }
        return ever;
    }

    private static Fact fact(Shopper shopper, Random random, int day) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String staff = random.nextBoolean() ? "li" : null;
        return switch (type) {
            case "order.placed", "order.paid" ->
                shopper.fact(type, day, "total", TOTALS.get(random.nextInt(TOTALS.size())), "staff", staff);
            case "feedback.given" -> shopper.fact(type, day, "score", (long) random.nextInt(6));
            case "level.changed" -> shopper.fact(type, day, "level", (long) random.nextInt(4));
            case "coupon.issued" -> {
                Instant end = Shopper.START.plus(day + random.nextInt(14), ChronoUnit.DAYS);
                yield shopper.fact(type, day, "couponId", "C" + day, "kind", "welcome", "expiresAt", end);
            }
            default -> shopper.fact(type, day);
        };
    }
}
