package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.Fired.RuleFault;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroolsRuleSessionTest {

    @ParameterizedTest
    @CsvSource({"19999, false", "20000, true", "20001, true"})
    void compares_money_in_units(long minorUnits, boolean fires) {
        assertThat(Shop.holds("total >= 200", Shop.order(minorUnits))).isEqualTo(fires);
        assertThat(Shop.holds("total < 200.00", Shop.order(minorUnits))).isNotEqualTo(fires);
    }

    @Test
    void lets_absent_values_meet_no_comparison() {
        Fact unknown = Shop.order(100);
        assertThat(Shop.holds("member.level < 3", unknown)).isFalse();
        assertThat(Shop.holds("member.level >= 3", unknown)).isFalse();
        assertThat(Shop.holds("member.level == null", unknown)).isTrue();
        assertThat(Shop.holds("!( member.level >= 3 )", unknown)).isTrue();
        assertThat(Shop.holds("member.tags contains \"vip\"", unknown)).isFalse();
        assertThat(Shop.holds("member.tags not contains \"vip\"", unknown)).isTrue();
    }

    @Test
    void gives_helpers_their_arguments() {
        Fact regular = Shop.fact("order.placed", Map.of("total", 100L), Map.of("member.ordersIn(PT720H)", 3L));
        assertThat(Shop.holds("member.ordersIn(\"30d\") == 3", regular)).isTrue();
        assertThat(Shop.holds("member.ordersIn(\"720h\") == 3", regular)).isTrue();
        assertThat(Shop.holds("member.ordersIn(\"4w\") == 3", regular)).isFalse();
    }

    @Test
    void joins_conditions_as_java_does() {
        Fact order = Shop.fact("order.placed", Map.of("total", 100L, "store", "S1"), Map.of("member.level", 1L));
        assertThat(Shop.holds("store == \"S1\" || store == \"S2\" && member.level > 5", order))
                .isTrue();
        assertThat(Shop.holds("(store == \"S1\" || store == \"S2\") && member.level > 5", order))
                .isFalse();
        assertThat(Shop.holds("!(store == \"S1\" && member.level > 5)", order)).isTrue();
    }

    @Test
    void sees_only_rules_of_the_event_type() {
        String drl = Shop.rule("placed", "OrderPlaced()") + Shop.rule("paid", "OrderPaid()");
        assertThat(Shop.propose(drl, Shop.order(1))).extracting(Proposal::rule).containsExactly("placed");
    }

    @Test
    void keeps_nothing_between_facts() {
        RuleBook book =
                Shop.compile(Shop.rule("large", "OrderPlaced( total > 200 )")).book();
        try (RuleSession session = book.open()) {
            assertThat(session.fire(Shop.order(30_000)).proposals()).hasSize(1);
            assertThat(session.fire(Shop.order(10_000))).isEqualTo(Fired.NOTHING);
            assertThat(session.fire(Shop.order(30_000)).proposals()).hasSize(1);
        }
    }

    @Test
    void holds_no_memory_of_the_facts_it_was_asked_about() {
        String drl = Shop.rule("large", "OrderPlaced( total > 200 )")
                + Shop.rule("huge", "OrderPlaced( total > 1000, member.level > 1 )");
        RuleBook book = Shop.compile(drl).book();
        try (RuleSession session = book.open()) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(session.fire(Shop.order(30_000)).proposals()).hasSize(1);
            }
            // why: what a session holds of one fact are its handle and a tuple for each rule that fired.
            assertThat(Instances.of("org.drools.core.common.DefaultFactHandle")).isLessThan(5_000);
            assertThat(Instances.of("org.drools.core.reteoo.RuleTerminalNodeLeftTuple"))
                    .isLessThan(5_000);
            assertThat(session.fire(Shop.order(30_000)).proposals()).hasSize(1);
        }
    }

    @Test
    void stops_a_rule_that_throws_and_counts_the_others() {
        String drl = Shop.rule("broken", "OrderPlaced( total > 1, member.broken > 1 )")
                + Shop.rule("fine", "OrderPlaced( total > 1 )");
        RuleBook book = Shop.compile(drl).book();
        try (RuleSession session = book.open()) {
            for (int i = 0; i < 3; i++) {
                Fired fired = session.fire(Shop.order(10_000));
                assertThat(fired.proposals()).extracting(Proposal::rule).containsExactly("fine");
                assertThat(fired.faults())
                        .containsExactly(new RuleFault("broken", "java.lang.IllegalStateException: no state", false));
            }
            assertThat(session.fire(Shop.order(1)).faults()).isEmpty();
        }
    }

    @Test
    void leaves_out_what_is_over_the_limit_by_priority() {
        StringBuilder drl =
                new StringBuilder(Shop.rule("urgent", "OrderPlaced()").replace("when", "@priority(9) when"));
        for (int i = 0; i < DroolsRuleSession.LIMIT; i++) {
            drl.append(Shop.rule("rule %04d".formatted(i), "OrderPlaced()"));
        }
        Fired fired = Shop.fire(drl.toString(), Shop.order(1));
        assertThat(fired.proposals()).hasSize(DroolsRuleSession.LIMIT);
        assertThat(fired.proposals().get(0).rule()).isEqualTo("urgent");
        assertThat(fired.faults()).extracting(RuleFault::rule).containsExactly("rule 0999");
    }

    @Test
    void opens_sessions_that_do_not_disturb_each_other() {
        RuleBook book =
                Shop.compile(Shop.rule("large", "OrderPlaced( total > 200 )")).book();
        try (RuleSession first = book.open();
                RuleSession second = book.open()) {
            assertThat(List.of(first.fire(Shop.order(30_000)), second.fire(Shop.order(1))))
                    .extracting(fired -> fired.proposals().size())
                    .containsExactly(1, 0);
        }
    }
}
