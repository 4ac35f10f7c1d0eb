package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables in the words of Drools say here what they say there. */
class DecisionTablesTest {

    /** Merged columns, short forms, lists, parts, patterns of one's own, two tables, empty cells, unnamed rows. */
    private static final String TABLES = """
            RuleSet,rules
            // Remarks, and what spreadsheets keep beside a table, are no rules.
            ,note,RuleTable By total
            ,left,NAME,CONDITION,CONDITION,CONDITION,ACTION,PRIORITY,DESCRIPTION
            ,,,OrderPlaced...,OrderPlaced...,OrderPlaced...,propose,,
            ,of the table,,total >= $param,"total >= $1, total < $2",store in ($param),"tag(""$param"")",,
            ,,Name,From,Between,Stores,Tag,Rank,What for
            ,,middle,,"1, 4",,t1,,
            ,,from S1,0.50,,\"""S1"",""S2\""",t2,3,Orders of the two old stores
            ,,north,2,"1, 5",\"""north\""",t3,,

            RuleTable Short forms
            C,C,C,A
            OrderPlaced...,OrderPlaced...,OrderPlaced(),
            store,total >=,member.level == $param,"propose.coupon(""$1"").priority($2);"
            Store,From,Level,Coupon and rank
            S1,1,,"c1, 5"
            \"""S2\""",,,"c2, 7"

            RuleTable Patterns of their own
            CONDITION,CONDITION,ACTION
            ,,
            OrderPaid( total >= $param ),"exists Coupon( kind == ""$param"", open == true )","propose.task(""$param"");"
            Paid,Coupon,Task
            1,welcome,t
            3,,t
            """;

    private static final Source SOURCE = new Source("rules/a.csv", TABLES);

    /** Without the pattern that Drools would join as a second one, which is refused here. */
    private static final Source PLAIN = new Source(
            "rules/a.csv",
            TABLES.replace("OrderPlaced...,OrderPlaced...,OrderPlaced(),", "OrderPlaced...,OrderPlaced...,,")
                    .replace(",member.level == $param,", ",not Order( total > $param ),"));

    @Test
    void decide_as_in_drools() {
        assertThat(Agreement.on(PLAIN)).hasSizeGreaterThan(5);
    }

    @Test
    void name_rows_by_their_number_and_know_their_lines() {
        assertThat(compile(PLAIN).book().rules())
                .extracting(RuleSummary::name, RuleSummary::line)
                .contains(tuple("middle", 8), tuple("Short forms_17", 17), tuple("Patterns of their own_25", 25));
    }

    @Test
    void say_in_drl_what_a_row_became() {
        assertThat(compile(PLAIN).book().rules())
                .filteredOn(rule -> rule.name().equals("from S1"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.conditions()).containsExactly("total >= 0.50", "store in (\"S1\",\"S2\")");
                    assertThat(rule.drl())
                            .isEqualTo("rule \"from S1\" @priority(3) @description(\"Orders of the two old stores\")"
                                    + " when OrderPlaced( total >= 0.50, store in (\"S1\",\"S2\") )"
                                    + " then propose.tag(\"t2\"); end");
                });
    }

    @Test
    void look_at_one_event() {
        assertThat(compile(SOURCE).diagnostics()).isEmpty();
        Source both = new Source("rules/a.csv", TABLES.replace("S1,1,,", "S1,1,2,"));
        assertThat(compile(both).diagnostics()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(14);
            assertThat(fault.code()).isEqualTo("drl.syntax");
        });
    }

    @Test
    void may_be_saved_by_a_spreadsheet() {
        String saved = "\uFEFF" + TABLES.replace("\n", ",,\r\n");
        assertThat(compile(new Source("rules/a.csv", saved)).diagnostics()).isEmpty();
    }

    @Test
    void tell_cells_beyond_z() {
        String wide = ",".repeat(26) + "RuleTable X\n" + ",".repeat(26) + "WHAT\n";
        assertThat(compile(new Source("rules/a.csv", wide)).diagnostics())
                .anySatisfy(fault -> assertThat(fault.message()).startsWith("Row 2, cell AA2: "));
    }

    @Test
    void end_where_a_row_is_too_wide_and_are_not_read_where_a_header_is() {
        String wide = TABLES.replace(",,middle,,", ",,middle,,,,,,," + ",=x".repeat(200_000));
        assertThat(compile(new Source("rules/a.csv", wide)).diagnostics())
                .extracting(Diagnostic::line, Diagnostic::code)
                .contains(tuple(8, "table.too-many"))
                .hasSizeBetween(90, 100);
        String header = TABLES.replace("C,C,C,A\n", "C,C,C,A" + ",C".repeat(200_000) + "\n");
        Compiled compiled = compile(new Source("rules/a.csv", header));
        assertThat(compiled.diagnostics())
                .extracting(Diagnostic::line, Diagnostic::code)
                .containsExactly(tuple(13, "table.too-many"));
        assertThat(compiled.book().rules())
                .extracting(RuleSummary::name)
                .contains("middle", "Patterns of their own_25")
                .noneMatch(name -> name.startsWith("Short forms"));
    }

    @Test
    void tell_a_value_that_is_used_many_times_once() {
        String table = """
                RuleTable Often
                CONDITION,ACTION
                OrderPlaced(),propose
                "total in (%s$param)","tag(""%s$param"")"
                Total,Tag
                x y,a
                1,\\
                """.formatted("$param, ".repeat(100), "$param".repeat(100));
        assertThat(compile(new Source("rules/a.csv", table)).diagnostics())
                .extracting(Diagnostic::line, Diagnostic::code)
                .containsExactly(tuple(6, "drl.no-value"), tuple(7, "drl.no-text"));
    }

    private static Compiled compile(Source source) {
        return new DroolsRuleCompiler().compile(List.of(source), Shop.SCHEMA);
    }
}
