package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Accessor.Parameter;
import io.siyu.rule.Comparing;
import io.siyu.rule.ConditionFault;
import io.siyu.rule.ConditionField;
import io.siyu.rule.ConditionField.About;
import io.siyu.rule.ConditionFields;
import io.siyu.rule.ConditionReading;
import io.siyu.rule.ConditionRow;
import io.siyu.rule.ConditionWriting;
import io.siyu.rule.FactSchema;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleCompiler.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionRowsTest {
    private static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    private static final FactSchema SCHEMA = FactSchemas.of(CATALOGUE);
    private static final ConditionFields ORDER =
            ConditionFields.of(SCHEMA, CATALOGUE.require("order.placed"), EnumSet.of(About.MEMBER, About.COUPON));
    private static final ConditionReading READING = new DroolsConditionReading();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "total >= 200.00 | total | AT_LEAST | 200.00",
                "total > -5 | total | MORE | -5",
                "member.level != 2 | member.level | IS_NOT | 2",
                "store in (\"S1\", \"S2\") | store | ONE_OF | S1;S2",
                "store not in (\"S1\") | store | NONE_OF | S1",
                "source str[startsWith] \"a \\\"b\\\" \\\\c\" | source | STARTS_WITH | a \"b\" \\c",
                "source matches \"[a-z]+\" | source | MATCHES | [a-z]+",
                "source not matches \"x\" | source | MATCHES_NOT | x",
                "member.tags not contains \"老客\" | member.tags | CONTAINS_NOT | 老客",
                "member.birthday == \"03-14\" | member.birthday | IS | 03-14",
                "member.lastOrderAt.within(\"30d\") == true | member.lastOrderAt | WITHIN | 30d",
                "member.lastOrderAt.olderThan(\"2w\") == false | member.lastOrderAt | NOT_OLDER_THAN | 2w",
                "coupon.expiresAt.dueWithin(\"72h\") == true | coupon.expiresAt | DUE_WITHIN | 72h",
                "staff == null | staff | UNKNOWN | ",
                "items != null | items | KNOWN | ",
                "member.phone == true | member.phone | TRUE | "
            })
    void reads_one_comparison_as_a_row(String text, String field, Comparing comparing, String values) {
        List<String> all = values == null ? List.of() : List.of(values.split(";"));
        ConditionRow row = new ConditionRow(field, List.of(), comparing, all);
        assertThat(READING.row(text, ORDER)).contains(row);
        assertThat(ConditionWriting.text(row, ORDER)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "member.holds(\"welcome\") == true | member.holds | welcome | TRUE | ",
                "member.boughtIn(\"S1\", \"90d\") == false | member.boughtIn | S1;90d | FALSE | ",
                "member.bought(\"TEA-100\", \"30d\") == true | member.bought | TEA-100;30d | TRUE | ",
                "member.near(\"S1\", \"5 km\") == true | member.near | S1;5 km | TRUE | ",
                "member.inList(\"staff\") == false | member.inList | staff | FALSE | ",
                "member.spentIn(\"30d\") >= 99.5 | member.spentIn | 30d | AT_LEAST | 99.5"
            })
    void reads_helpers_with_what_stands_in_their_parentheses(
            String text, String field, String arguments, Comparing comparing, String value) {
        List<String> values = value == null ? List.of() : List.of(value);
        ConditionRow row = new ConditionRow(field, List.of(arguments.split(";")), comparing, values);
        assertThat(READING.row(text, ORDER)).contains(row);
        assertThat(ConditionWriting.text(row, ORDER)).isEqualTo(text);
        assertThat(ConditionFault.of(row, ORDER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total >= 200 || member.level >= 2",
                "!( total >= 200 )",
                "total >= 200 && total < 300",
                "total >= \"200\"",
                "total in (1",
                "store == null, total > 1",
                "nothing == 1",
                "store >= 1",
                "staff not str[startsWith] \"a\"",
                "total > 1 // from here",
                "member.holds == true",
                "member.holds(\"a\", \"b\") == true",
                "member.lastOrderAt.within(\"30d\") != true",
                "member.level.within(\"3d\") == true",
                "member.phone == \"138\"",
                "total",
                ""
            })
    void leaves_everything_else_as_free_text(String text) {
        assertThat(READING.row(text, ORDER)).isEmpty();
    }

    @Test
    void blanks_alone_make_no_free_text() {
        assertThat(READING.row("  store   in(\"S1\",\"S2\" )", ORDER))
                .contains(ConditionRow.of("store", Comparing.ONE_OF, "S1", "S2"));
    }

    @Test
    void a_wrong_value_reads_back_as_it_was_typed() {
        for (String typed : List.of("abc", "", "1,000", "12 yuan", "\"", "\\")) {
            ConditionRow row = ConditionRow.of("total", Comparing.AT_LEAST, typed);
            assertThat(READING.row(ConditionWriting.text(row, ORDER), ORDER)).contains(row);
        }
    }

    /** Each comparison that a form offers is one the rules take, and reads back as the row it was. */
    @Test
    void all_that_is_offered_is_a_rule() {
        int rows = 0;
        for (EventType type : CATALOGUE.types()) {
            ConditionFields fields = ConditionFields.of(SCHEMA, type, EnumSet.allOf(About.class));
            for (ConditionField field : fields.all()) {
                for (Comparing comparing : field.comparings()) {
                    ConditionRow row = filled(field, comparing);
                    String text = ConditionWriting.text(row, fields);
                    assertThat(ConditionFault.of(row, fields)).as(text).isEmpty();
                    assertThat(READING.row(text, fields)).as(text).contains(row);
                    assertThat(faults(type, text)).as(text).isEmpty();
                    rows++;
                }
            }
        }
        assertThat(rows).isGreaterThan(1_000);
    }

    private static List<String> faults(EventType type, String text) {
        Source source = new Source("rules/a.drl", Shop.rule("one", type.drlName() + "( " + text + " )"));
        return new DroolsRuleCompiler()
                .compile(List.of(source), SCHEMA).diagnostics().stream()
                        .map(Diagnostic::code)
                        .filter(code -> !code.equals("drl.never-holds"))
                        .toList();
    }

    private static ConditionRow filled(ConditionField field, Comparing comparing) {
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : field.parameters()) {
            arguments.add(
                    switch (parameter) {
                        case DURATION -> "30d";
                        case DISTANCE -> "5 km";
                        default -> "S \"1\"";
                    });
        }
        String value = switch (field.kind()) {
            case WHOLE -> "3";
            case DECIMAL -> "3.25";
            case MONEY -> "3.20";
            case DAY -> "02-29";
            default -> "a.c";
        };
        List<String> values = switch (comparing.takes()) {
            case NOTHING -> List.of();
            case ONE -> List.of(value);
            case SEVERAL -> List.of(value, field.kind() == ConditionField.Kind.DAY ? "12-31" : "1" + value);
            case LENGTH -> List.of("2w");
        };
        return new ConditionRow(field.path(), arguments, comparing, values);
    }
}
