package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Cap;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromiseReaderTest {

    static final String TEMPLATE = """
            version: 1
            id: thanks
            purpose: service
            channel: phone
            text: {zh: 谢谢, en: Thanks}
            """;

    private static List<Promise> read(String promises) {
        return NoRules.reader()
                .read(Playbooks.with(Map.of(
                        "templates/thanks.yaml", TEMPLATE, "promises.yaml", "version: 1\npromises:\n" + promises)))
                .edition()
                .promises();
    }

    @Test
    void reads_the_three_forms() {
        List<Promise> promises = read("""
                - {name: seldom, atMost: 2, per: 1d, purpose: marketing}
                - {name: calm, never: thanks, after: order.refunded, within: 7d}
                - name: known
                  never: thanks
                  when: member.level == 0
                """);

        assertThat(promises).hasSize(3);
        assertThat(((Promise.AtMost) promises.get(0)).cap())
                .isEqualTo(new Cap(Duration.ofDays(1), 2, Purpose.MARKETING, null));
        assertThat((Promise.NeverAfter) promises.get(1))
                .returns("thanks", Promise.NeverAfter::template)
                .returns("order.refunded", Promise.NeverAfter::event)
                .returns(Duration.ofDays(7), Promise.NeverAfter::within);
        assertThat(((Promise.NeverWhen) promises.get(2)).condition())
                .isEqualTo(new Condition("member.level == 0", 7, 9));
        assertThat(promises).extracting(Promise::reason).contains("promise.calm");
    }

    @Test
    void makes_the_sentence_nobody_wrote() {
        List<Promise> promises = read("""
                - {name: seldom, atMost: 2, per: 1d, purpose: marketing}
                - {name: calm, never: thanks, after: order.refunded, within: 12h}
                - {name: known, never: thanks, when: member.level == 0}
                - {name: silent, atMost: 1, per: 2w}
                """);

        assertThat(promises)
                .extracting(promise -> promise.sentence().in("en"))
                .containsExactly(
                        "At most 2 marketing messages to a member within any 1 day.",
                        "Never thanks within 12 hours after \"Order refunded\".",
                        "Never thanks when member.level == 0.",
                        "At most 1 message to a member within any 14 days.");
        assertThat(promises)
                .extracting(promise -> promise.sentence().in("zh"))
                .startsWith("任意 1 天内最多向一位会员发 2 条营销消息。")
                .contains("当 member.level == 0 时不发 thanks。");
    }

    @Test
    void keeps_the_sentence_somebody_wrote() {
        assertThat(read("- {name: silent, atMost: 0, per: 1d, sentence: {zh: 不打扰。, en: We keep quiet.}}"))
                .singleElement()
                .satisfies(promise -> {
                    assertThat(promise.sentence().in("zh")).isEqualTo("不打扰。");
                    assertThat(promise.sentence().in("en")).isEqualTo("We keep quiet.");
                });
    }

    @Test
    void a_condition_becomes_a_rule_of_the_promise() {
        NoRules compiler = new NoRules();
        compiler.playbookReader().read(Playbooks.with(Map.of("templates/thanks.yaml", TEMPLATE, "promises.yaml", """
                        version: 1
                        promises:
                          - {name: known, never: thanks, when: member.level == 0}
                        """)));

        assertThat(compiler.given).singleElement().satisfies(source -> {
            assertThat(source.file()).isEqualTo("promises.yaml");
            assertThat(source.drl()).isEqualTo("""
                    rule "promise known"
                    when
                        PromiseAsked(
                            template == "thanks",
                            member.level == 0
                        )
                    then
                        propose.send("thanks");
                    end

                    """);
        });
    }

    @Test
    void promises_change_the_edition() {
        Playbook without = Playbooks.with(Map.of("templates/thanks.yaml", TEMPLATE));

        assertThat(without.with("promises.yaml", new byte[] {'a'}).hash()).isNotEqualTo(without.hash());
    }
}
