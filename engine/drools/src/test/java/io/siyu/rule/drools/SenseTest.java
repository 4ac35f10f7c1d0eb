package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.RuleCompiler.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found where there is something to find stands under {@code broken/}; here, that nothing else is. */
class SenseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OrderPlaced( total > 10, total <= 11 )",
                "OrderPlaced( member.level > 2, member.level < 4 )",
                "OrderPlaced( member.level >= 2, member.level <= 2 )",
                "OrderPlaced( member.rating > 2.5, member.rating < 2.6 )",
                "OrderPlaced( member.level == 1, total > 10 || total < 5 )",
                "OrderPlaced( total > 1, !(total > 5) )",
                "OrderPlaced( total > 1, store != \"S1\", store != \"S2\" )",
                "OrderPlaced( store != \"S1\", store == \"S2\" )",
                "OrderPlaced( total > 1, store matches \"S.*\", store != \"S1\" )",
                "OrderPlaced( total > 1, store == null || store == \"S1\" )",
                "OrderPlaced( member.vip != true, member.level == 1 )",
                "OrderPlaced( member.ordersIn(\"30d\") > 2, member.ordersIn(\"3d\") < 1 )",
                "OrderPlaced( total > 1 ) exists Coupon( kind == \"a\" ) exists Coupon( kind == \"b\" )",
                "OrderPlaced( total > 1 ) exists Order( total > 5 ) not Order( total > 5, earlier == true )",
                "OrderPlaced( !(store == \"S1\" && total > 5), total == 6 )",
                "OrderPlaced( !(total > 10 || total < 5), total == 10 )",
                "OrderPlaced( member.level == 1, total > 20 || total < 5 )",
                "OrderPlaced( member.level == 1, total > 10 || store == \"S1\" )",
                "OrderPlaced( total > 1, store == \"S1\" || store != null )",
                "OrderPlaced( total > 1, member.level > 2 || member.level <= 2 )",
                "OrderPlaced( total > 1, member.joinedAt.within(\"5d\") == true, member.joinedAt.olderThan(\"3d\") == true )",
                "OrderPlaced( total > 1, member.joinedAt.within(\"30d\") == true, member.joinedAt.within(\"3d\") == false )",
                "OrderPlaced( total > 1, member.joinedAt.within(\"3d\") != true, member.joinedAt.olderThan(\"3d\") != true )",
                "OrderPlaced( total > 1, member.joinedAt == null || member.joinedAt.olderThan(\"3d\") == true )",
                "OrderPlaced( total > 1, member.joinedAt.within(\"3d\") == true || member.joinedAt.olderThan(\"5d\") == true )",
                "OrderPlaced( total > 1, member.ordersIn(\"3d\") >= 3, member.ordersIn(\"30d\") <= 3 )",
                "OrderPlaced( total > 1, member.ordersIn(\"30d\") >= 3, member.ordersIn(\"3d\") < 3 )",
                "OrderPlaced( total > 1 ) exists Coupon( kind == \"a\" ) not Coupon( kind == \"a\", open == true )",
                "OrderPlaced( total > 1 ) exists Coupon( kind in (\"a\", \"b\") ) not Coupon( kind == \"a\" )",
                "OrderPlaced( total > 1 ) exists Order( total > 100 ) exists Order( total > 500 )",
                "OrderPlaced( total > 1 ) not Coupon( kind == \"a\", open == true ) not Coupon( kind == \"a\", open == false )",
                "OrderPlaced( total > 1 ) exists Coupon() not Order()",
                "OrderPlaced( total > 1 ) exists Enrolment( at.within(\"14d\") == true ) not Enrolment( at.within(\"3d\") == true )"
            })
    void finds_nothing_where_everything_makes_sense(String pattern) {
        Compiled compiled = Shop.compile(Shop.rule("one", pattern));
        assertThat(compiled.diagnostics()).isEmpty();
        assertThat(compiled.warnings()).isEmpty();
    }

    @Test
    void says_what_a_condition_cannot_hold_with() {
        Compiled compiled = Shop.compile(Shop.rule("one", "OrderPlaced( total > 10, store != \"S1\", total < 5 )"));
        assertThat(compiled.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("\"total < 5\" can never hold together with \"total > 10\".\n"
                        + "Maybe one of them belongs into another rule.");
    }

    @Test
    void says_what_the_catalogue_excludes() {
        Compiled compiled = Shop.compile(Shop.rule("one", "OrderPlaced( total < 0 )"));
        assertThat(compiled.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "By the catalogue, \"total < 0\" can never hold.\nMaybe the comparison is turned round.");
    }
}
