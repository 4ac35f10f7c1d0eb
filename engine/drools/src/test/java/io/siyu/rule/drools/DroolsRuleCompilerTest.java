package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.Action;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class DroolsRuleCompilerTest {

    private static final String THANKS = """
            package rules;

            // large orders
            rule "Thank for a large order"
                @campaign("thanks") @priority(10) @description("says thank you")
                when
                    OrderPlaced( total >= 200, member.level >= 2 )
                then
                    propose.send("thanks/one").step("one");
            end

            rule 'Tag "big" spenders'
                when OrderPlaced( total > 1000.50 )
                then propose.tag("big"); end
            """;

    @Test
    void summarises_rules_by_name() {
        assertThat(Shop.compile(THANKS).book().rules())
                .containsExactly(
                        new RuleSummary(
                                "Tag \"big\" spenders",
                                "rules/a.drl",
                                12,
                                "order.placed",
                                List.of("total > 1000.50"),
                                THANKS.substring(THANKS.indexOf("rule 'Tag")).strip(),
                                List.of("total")),
                        new RuleSummary(
                                "Thank for a large order",
                                "rules/a.drl",
                                4,
                                "order.placed",
                                List.of("total >= 200", "member.level >= 2"),
                                THANKS.substring(THANKS.indexOf("rule \"Thank"), THANKS.indexOf("end\n") + 3),
                                List.of("total")));
    }

    @Test
    void tells_the_fields_of_the_event_that_a_rule_looks_at() {
        String drl = """
                rule "Some"
                    when
                        OrderPlaced( total > 1 && !( store == "S1" || note == null ), member.level > 1 )
                        exists Coupon( kind == "B" )
                    then
                        propose.tag("t");
                end
                """;
        assertThat(Shop.compile(drl).book().rules())
                .singleElement()
                .extracting(RuleSummary::reads)
                .isEqualTo(List.of("note", "store", "total"));
    }

    @Test
    void proposes_with_campaign_step_and_priority() {
        String drl = THANKS.replace(", member.level >= 2", "");
        assertThat(Shop.propose(drl, Shop.order(20_000)))
                .containsExactly(
                        new Proposal("Thank for a large order", Action.SEND, "thanks/one", "thanks", "one", 10));
    }

    @Test
    void sorts_proposals_by_priority_then_name() {
        String drl = THANKS.replace(", member.level >= 2", "") + Shop.rule("A tag", "OrderPlaced()");
        assertThat(Shop.propose(drl, Shop.order(200_000)))
                .extracting(Proposal::rule)
                .containsExactly("Thank for a large order", "A tag", "Tag \"big\" spenders");
    }

    @Test
    void reads_every_verb() {
        String drl = Shop.rule("1", "OrderPlaced()").replace("tag(\"t\")", "push(\"c/s\").step(\"s\").priority(3)")
                + Shop.rule("2", "OrderPlaced()").replace("tag(\"t\")", "task(\"call\")")
                + Shop.rule("3", "OrderPlaced()").replace("tag(\"t\")", "enrol(\"c\")")
                + Shop.rule("4", "OrderPlaced()").replace("tag(\"t\")", "coupon(\"ten\")")
                + Shop.rule("5", "OrderPlaced()").replace("tag(\"t\")", "commission(2.50)")
                + Shop.rule("6", "OrderPlaced()").replace("tag(\"t\")", "goal(\"c\")");
        assertThat(Shop.propose(drl, Shop.order(1)))
                .containsExactly(
                        new Proposal("1", Action.PUSH, "c/s", null, "s", 3),
                        new Proposal("2", Action.TASK, "call", null, null, 0),
                        new Proposal("3", Action.ENROL, "c", null, null, 0),
                        new Proposal("4", Action.COUPON, "ten", null, null, 0),
                        new Proposal("5", Action.COMMISSION, "2.50", null, null, 0),
                        new Proposal("6", Action.GOAL, "c", null, null, 0));
    }

    @Test
    void leaves_out_only_the_rule_with_a_fault() {
        Compiled compiled =
                Shop.compile(Shop.rule("good", "OrderPlaced()") + Shop.rule("bad", "OrderPlaced( totl > 1 )"));
        assertThat(compiled.book().rules()).extracting(RuleSummary::name).containsExactly("good");
        assertThat(compiled.diagnostics())
                .singleElement()
                .hasToString(
                        "rules/a.drl:2:30: The field \"totl\" is not known in OrderPlaced.\nMaybe \"total\" was meant.");
    }

    @Test
    void refuses_one_name_in_two_files() {
        Source first = new Source("rules/a.drl", Shop.rule("same", "OrderPlaced()"));
        Source second = new Source("rules/b.drl", "\n" + Shop.rule("same", "CouponIssued()"));
        Compiled compiled = new DroolsRuleCompiler().compile(List.of(first, second), Shop.SCHEMA);
        assertThat(compiled.book().rules()).hasSize(1);
        assertThat(compiled.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("rules/b.drl:2:6: The rule \"same\" stands already in rules/a.drl:1.\n"
                        + "Maybe give this one another name.");
    }

    @Test
    void compiles_no_rules_to_an_empty_book() {
        Compiled compiled = Shop.compile("package rules;\n\n// nothing yet\n");
        assertThat(compiled.diagnostics()).isEmpty();
        assertThat(compiled.book().rules()).isEmpty();
        assertThat(compiled.book().open().fire(Shop.order(1)).proposals()).isEmpty();
    }

    @Test
    void counts_columns_in_code_points() {
        assertThat(Shop.compile("rule \"𠮷𠮷\" when OrderPlaced( totl > 1 ) then propose.tag(\"t\"); end")
                        .diagnostics())
                .singleElement()
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(29));
    }
}
