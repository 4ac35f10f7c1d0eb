package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences in the dictionaries of Drools say here what they say there. */
class SentenceRulesTest {

    private static final Source WORDS = new Source("rules/words.dsl", """
            # Words of a shop, and remarks.
            // of both kinds
            [when][Order]An order comes=OrderPlaced()
            [condition]A large order comes=OrderPlaced( total >= 3 )
            [when]- from one of {stores}=store in ({stores})
            [when]- over {n} with the member's level above {m}=total > {n}, member.level > {m}
            [when]- over {n}=total > {n}
            [when]- 门店是 {store}=store == "{store}"
            [when]The member has an open coupon=exists Coupon( open == true )
            [when]- worth {n} or more=value >= {n}
            [then]Tag {tag} first=propose.tag("{tag}").priority(9);
            [consequence]Tag {tag}=propose.tag("{tag}");
            """);
    private static final Source RULES = new Source("rules/a.dslr", """
            package rules;
            expander words.dsl
            expander shop.dsl;

            // Rules in words.
            rule "large"
                when
                    A large order comes
                    // from where it does not matter
                    -   over   4
                then
                    Tag large first
            end

            rule "stores"
            when
                An order comes
                - from one of "S1", "S2"
                - over 0.20 with the member's level above 1
            then
                Tag store
            end

            rule "chinese"
            when
                An order comes
                - 门店是 north
            then
                Give the coupon c1
            end

            rule "coupon"
            when
                > OrderPaid( total > 0.50 )
                The member has an open coupon
                - worth 1 or more
            then
                > propose.tag("t");
            end
            """, List.of(Sentences.SHOP, WORDS));

    @Test
    void decide_as_in_drools() {
        assertThat(Agreement.on(RULES)).hasSizeGreaterThan(2);
    }

    @Test
    void know_their_lines_and_what_they_say() {
        assertThat(compile(RULES).book().rules())
                .filteredOn(rule -> rule.name().equals("stores"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.line()).isEqualTo(15);
                    assertThat(rule.conditions())
                            .containsExactly("store in (\"S1\", \"S2\")", "total > 0.20", "member.level > 1");
                });
    }

    @Test
    void are_read_again_when_their_dictionary_changed() {
        DroolsRuleCompiler compiler = new DroolsRuleCompiler();
        compiler.compile(List.of(RULES), Shop.SCHEMA);
        Source changed = new Source(
                "rules/words.dsl", WORDS.drl().replace("[when]- over {n}=total >", "[when]- over {n}=total >="));

        Compiled second = compiler.compile(
                List.of(new Source(RULES.file(), RULES.drl(), List.of(Sentences.SHOP, changed))), Shop.SCHEMA);

        assertThat(second.book().rules())
                .filteredOn(rule -> rule.name().equals("large"))
                .flatExtracting(RuleSummary::conditions)
                .containsExactly("total >= 3", "total >= 4");
    }

    @Test
    void take_the_first_dictionary_that_knows_a_sentence() {
        Source other = new Source("rules/shop.dsl", "[when]An order comes=OrderPaid()\n");
        Compiled compiled = compile(new Source(RULES.file(), RULES.drl(), List.of(WORDS, other)));
        assertThat(compiled.book().rules())
                .filteredOn(rule -> rule.name().equals("stores"))
                .extracting(RuleSummary::event)
                .containsExactly("order.placed");
        assertThat(compiled.diagnostics())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .startsWith("No dictionary knows the sentence \"Give the coupon c1\"."));
    }

    @Test
    void a_name_with_very_many_spaces_behind_it_is_no_name() {
        String spaces = " ".repeat(900_000);
        Compiled compiled = compile(new Source("rules/a.dslr", "expander words.dsl" + spaces + "x", List.of(WORDS)));
        assertThat(compiled.diagnostics()).isNotEmpty();
        assertThat(compile(new Source("rules/a.dslr", "expander words.dsl" + spaces + ";", List.of(WORDS)))
                        .diagnostics())
                .isEmpty();
    }

    private static Compiled compile(Source source) {
        return new DroolsRuleCompiler().compile(List.of(source), Shop.SCHEMA);
    }
}
