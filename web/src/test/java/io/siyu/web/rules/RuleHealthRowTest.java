package io.siyu.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.report.rhythm.Diary;
import io.siyu.report.rhythm.RuleHealth;
import io.siyu.report.rhythm.RuleStanding;
import io.siyu.rule.RuleBook.RuleSummary;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleHealthRowTest {
    @ParameterizedTest
    @CsvSource({
        "rules/after-order.drl, /rules/after-order",
        "rules/coupons.csv, /rules/-/files/rules/coupons.csv",
        "rules/thanks.dslr, /rules/-/files/rules/thanks.dslr",
        "rules/words.dsl, /rules/-/files/rules/words.dsl",
        "promises.yaml, /rules/-/files/promises.yaml",
        "campaigns/spring.yaml, /campaign/spring"
    })
    void leads_to_where_the_file_is_edited(String file, String address) {
        Diary none = new Diary(LocalDate.EPOCH, List.of(), List.of());
        RuleSummary rule = new RuleSummary("any", file, 1, "order.placed", List.of(), "");
        assertThat(new RuleHealthRow(new RuleStanding(rule, RuleHealth.of(none), none, null, null)).path())
                .isEqualTo(address);
    }
}
