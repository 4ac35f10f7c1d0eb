package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.KnownNames;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault in one part of a rule leaves those in its other parts to be found at once. */
class FaultsBesideFaultsTest {

    private static final String SOUND = """

            rule "Sound"
                when
                    OrderPlaced( total > 1 )
                then
                    propose.tag("t");
            end
            """;

    /** What stands in place of the header's end, with one fault or none. */
    private static String rule(String header) {
        return "rule \"One\"\n" + header + """

                    OrderPlaced( totl > 1 )
                then
                    propose.sned("t");
            end
            """ + SOUND;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience 10 when",
                "no-loop when",
                "@role(event) when",
                "@priority(high) when",
                "@priority 10 when",
                "@ when",
                "@campaign(\"a\", \"b\") when",
                "weight 10 when",
                "{ when",
                "extends \"Zero\" when",
                "# first\nwhen",
                "\"two\" when",
                "@priority(\"10 ) when\nwhen",
                ""
            })
    void tells_what_is_wrong_behind_a_broken_header(String header) {
        Compiled compiled = Shop.compile(rule(header));
        assertThat(compiled.diagnostics()).hasSize(3);
        assertThat(compiled.diagnostics())
                .extracting(Diagnostic::code)
                .contains("drl.unknown-field", "drl.consequence");
        assertThat(compiled.book().rules()).extracting(RuleSummary::name).containsExactly("Sound");
    }

    @Test
    void tells_the_two_faults_of_a_rule_whose_header_is_fine() {
        assertThat(Shop.compile(rule("@priority(10) when")).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("drl.unknown-field", "drl.consequence");
    }

    @Test
    void does_not_let_a_rule_in_whose_header_alone_is_broken() {
        Compiled compiled = Shop.compile(SOUND.replace("when", "salience 10 when"));
        assertThat(compiled.diagnostics()).extracting(Diagnostic::code).containsExactly("drl.unsupported");
        assertThat(compiled.book().rules()).isEmpty();
    }

    @Test
    void knows_the_names_in_a_rule_whose_header_is_broken() {
        KnownNames names = new KnownNames(true, Set.of("thanks"), Set.of("thanks/one"), Set.of("wechat"));
        String drl = """
                rule "One"
                    salience 10
                    @campaign("thank")
                    when
                        OrderPlaced( total > 1 )
                    then
                        propose.send("nothing");
                end
                """;
        Compiled compiled =
                new DroolsRuleCompiler().compile(List.of(new Source("rules/a.drl", drl)), Shop.SCHEMA, names);
        assertThat(compiled.diagnostics())
                .extracting(fault -> fault.line() + " " + fault.code())
                .containsExactly("2 drl.unsupported", "3 drl.unknown-campaign", "7 drl.unknown-template");
    }

    @Test
    void says_of_a_word_in_the_header_that_it_has_no_place_there() {
        assertThat(Shop.compile(rule("weight 10 when")).diagnostics().get(0).message())
                .isEqualTo(
                        "A rule's head has no \"weight\".\nMaybe remove it, or write @priority(10) if that was meant.");
    }

    @Test
    void does_not_compare_what_is_only_half_read() {
        String drl = """
                rule "One"
                    when
                        OrderPlaced()
                        exists Coupon( kind == "B", value + 1 > 3 )
                        not Coupon( kind == "B" )
                    then
                        propose.tag("t");
                end
                """;
        assertThat(Shop.compile(drl).diagnostics()).extracting(Diagnostic::code).containsExactly("drl.unsupported");
    }
}
