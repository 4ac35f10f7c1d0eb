package io.siyu.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Catalogue;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.ConditionFault.Part;
import io.siyu.rule.ConditionFault.What;
import io.siyu.rule.ConditionField.About;
import io.siyu.rule.ConditionField.Kind;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionFaultTest {
    private static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    private static final FactSchema SCHEMA = FactSchemas.of(CATALOGUE);
    private static final ConditionFields ORDER =
            ConditionFields.of(SCHEMA, CATALOGUE.require("order.placed"), EnumSet.of(About.MEMBER));

    @ParameterizedTest
    @CsvSource({
        "total, AT_LEAST, 199.99, ",
        "total, AT_LEAST, 199.990, ",
        "total, AT_LEAST, 199.999, AMOUNT",
        "total, AT_LEAST, abc, AMOUNT",
        "total, AT_LEAST, '1,000', AMOUNT",
        "total, AT_LEAST, '', SOMETHING",
        "total, AT_LEAST, 999999999999999, ",
        "total, AT_LEAST, 9999999999999999, AMOUNT",
        "member.level, IS, 2, ",
        "member.level, IS, 2.5, WHOLE_NUMBER",
        "member.level, IS, 02, WHOLE_NUMBER",
        "member.birthday, IS, 02-29, ",
        "member.birthday, IS, 2-29, MONTH_AND_DAY",
        "member.birthday, IS, 13-01, MONTH_AND_DAY",
        "member.lastOrderAt, WITHIN, 30d, ",
        "member.lastOrderAt, WITHIN, 0d, LENGTH_OF_TIME",
        "member.lastOrderAt, WITHIN, 30s, LENGTH_OF_TIME",
        "member.lastOrderAt, WITHIN, 3660d, ",
        "member.lastOrderAt, WITHIN, 3661d, LENGTH_OF_TIME",
        "store, IS, S1, ",
        "store, IS, ' ', SOMETHING",
        "store, ONE_OF, '', SOMETHING",
        "store, KNOWN, '', "
    })
    void tells_what_is_asked_for_instead(String field, Comparing comparing, String value, What what) {
        List<ConditionFault> faults = ConditionFault.of(ConditionRow.of(field, comparing, value), ORDER);
        if (what == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).containsExactly(new ConditionFault(Part.VALUE, what, value));
        }
    }

    @Test
    void tells_each_value_of_a_list_and_each_argument() {
        ConditionRow list = ConditionRow.of("member.level", Comparing.ONE_OF, "1", "x", "y");
        assertThat(ConditionFault.of(list, ORDER))
                .extracting(ConditionFault::value)
                .containsExactly("x", "y");
        ConditionRow near = new ConditionRow("member.near", List.of("", "5 miles"), Comparing.TRUE, List.of());
        assertThat(ConditionFault.of(near, ORDER))
                .containsExactly(
                        new ConditionFault(Part.ARGUMENT, What.SOMETHING, ""),
                        new ConditionFault(Part.ARGUMENT, What.DISTANCE, "5 miles"));
    }

    @Test
    void tells_a_text_that_is_too_long_or_has_lines() {
        String longest = "x".repeat(1_000);
        assertThat(ConditionFault.of(ConditionRow.of("store", Comparing.IS, longest), ORDER))
                .isEmpty();
        assertThat(ConditionFault.of(ConditionRow.of("store", Comparing.IS, longest + "x"), ORDER))
                .extracting(ConditionFault::what)
                .containsExactly(What.SHORTER_TEXT);
        assertThat(ConditionFault.of(ConditionRow.of("store", Comparing.IS, "a\nb"), ORDER))
                .extracting(ConditionFault::what)
                .containsExactly(What.ONE_LINE);
    }

    @Test
    void tells_a_field_that_is_not_there_and_a_comparison_that_does_not_fit() {
        assertThat(ConditionFault.of(ConditionRow.of("community.members", Comparing.IS, "1"), ORDER))
                .containsExactly(new ConditionFault(Part.FIELD, What.KNOWN_FIELD, "community.members"));
        assertThat(ConditionFault.of(ConditionRow.of("store", Comparing.AT_LEAST, "1"), ORDER))
                .containsExactly(new ConditionFault(Part.COMPARING, What.FITTING_COMPARISON, ">="));
    }

    @Test
    void of_what_is_kept_in_the_vault_only_its_presence_is_asked() {
        ConditionField linked = ConditionFields.of(
                        SCHEMA, CATALOGUE.require("identity.linked"), EnumSet.of(About.MEMBER))
                .find("value")
                .orElseThrow();
        assertThat(linked.kind()).isEqualTo(Kind.PERSONAL);
        assertThat(linked.comparings()).containsExactly(Comparing.TRUE, Comparing.UNKNOWN);
        ConditionField member = ORDER.find("member.phone").orElseThrow();
        assertThat(member.comparings()).containsExactly(Comparing.TRUE, Comparing.FALSE);
        assertThat(ORDER.find("member.birthday").orElseThrow().kind()).isEqualTo(Kind.DAY);
    }

    @Test
    void fields_of_the_event_come_first_and_others_only_where_they_are_known() {
        assertThat(ORDER.all().get(0).about()).isEqualTo(About.EVENT);
        assertThat(ORDER.find("coupon.kind")).isEmpty();
        ConditionFields step = ConditionFields.of(SCHEMA, EnumSet.of(About.MEMBER, About.COUPON));
        assertThat(step.find("total")).isEmpty();
        assertThat(step.find("coupon.kind")).isPresent();
        assertThat(step.currency()).isEqualTo("CNY");
    }
}
