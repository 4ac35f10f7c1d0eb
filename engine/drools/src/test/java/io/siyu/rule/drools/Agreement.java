package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.rule.Fact;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.RuleSession;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** That we and Drools know the same rules in a file and let the same ones fire, for shoppers from a seed. */
final class Agreement {
    private static final int FACTS = 1500;

    private Agreement() {}

    /** Asserts it; the rules that ever fired. */
    static Set<String> on(Source source) {
        long seed = Long.getLong("siyu.seed", System.nanoTime());
        System.out.println("siyu.seed=" + seed);
        RandomShop shop = new RandomShop(seed);
        Compiled compiled = new DroolsRuleCompiler().compile(List.of(source), Shop.SCHEMA);
        assertThat(compiled.diagnostics()).isEmpty();
        Set<String> ever = new TreeSet<>();
        try (DroolsOracle oracle = new DroolsOracle(List.of(source), Shop.SCHEMA);
                RuleSession session = compiled.book().open()) {
            assertThat(compiled.book().rules()).extracting(RuleSummary::name).hasSameElementsAs(oracle.rules());
            for (int i = 0; i < FACTS; i++) {
                Fact fact = shop.fact();
                Set<String> fired = session.fire(fact).proposals().stream()
                        .map(Proposal::rule)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(fired).as("seed %d, %s", seed, fact.event()).isEqualTo(oracle.fire(fact));
                ever.addAll(fired);
            }
        }
        return ever;
    }
}
