package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.rule.FactSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a birthday month and day are left, so nothing else is compared with it: it would never hold. */
class BirthdayTest {
    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: en
            """;

    private static List<Diagnostic> faults(String condition) {
        String rule = "rule \"One\" when OrderPlaced( " + condition + " ) then propose.tag(\"t\"); end\n";
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                        .read(Playbook.of(
                                Map.of("settings.yaml", SETTINGS.getBytes(UTF_8), "rules/a.drl", rule.getBytes(UTF_8))))
                        .diagnostics()
                        .stream()
                        .filter(fault -> !fault.code().equals("rule.untested"))
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-03-14", "13-01", "02-30", "3-14", "14 March"})
    void what_is_no_month_and_day_is_told(String day) {
        assertThat(faults("total > 1, member.birthday == \"" + day + "\""))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("drl.value");
                    assertThat(fault.column()).isEqualTo(60);
                    assertThat(fault.message())
                            .contains("\"" + day + "\" is no month and day", "\nMaybe write \"03-14\"");
                });
    }

    @Test
    void months_and_days_and_beginnings_of_them_are_compared() {
        assertThat(faults("total > 1, member.birthday == \"02-29\"")).isEmpty();
        assertThat(faults("total > 1, member.birthday in (\"12-31\", \"01-01\")"))
                .isEmpty();
        assertThat(faults("total > 1, member.birthday str[startsWith] \"03-\"")).isEmpty();
        assertThat(faults("total > 1, member.birthday != null")).isEmpty();
    }
}
