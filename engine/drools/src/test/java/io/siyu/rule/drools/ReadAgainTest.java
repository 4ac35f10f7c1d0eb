package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Campaign;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A reader that remembers the last playbook says what one that remembers nothing says. */
class ReadAgainTest {
    private static final List<String> SETTINGS = List.of("CNY", "USD");
    private static final List<String> WORDS =
            List.of("Thanks for {{ orderId }}", "Thanks, {{ totl }}", "{{ broken", "谢谢");
    private static final List<String> CONDITIONS =
            List.of("total > 10", "total > 20", "total > 20 && total > 10", "totl > 10", "total >", "true");
    private static final List<String> RULES = List.of("Thank for much", "Thank for more");

    private final PlaybookReader reader = reader();

    private static PlaybookReader reader() {
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of);
    }

    private static byte[] settings(String currency) {
        return """
                version: 1
                retailer: Green Grocer
                zone: Asia/Shanghai
                currency: %s
                language: zh
                channels: {phone: [service, marketing]}
                """.formatted(currency).getBytes(UTF_8);
    }

    private static byte[] campaign(String id, String words, String condition) {
        return """
                version: 1
                id: %s
                name: {en: Thanks}
                purpose: service
                channel: phone
                trigger: {event: order.placed, when: ["%s"]}
                steps:
                  - send: thanks
                    text: {en: "%s"}
                """.formatted(id, condition, words).getBytes(UTF_8);
    }

    private static byte[] rule(String name, String condition) {
        return """
                rule "%s"
                when
                    OrderPlaced( %s )
                then
                    propose.enrol("thanks-1");
                end
                """.formatted(name, condition).getBytes(UTF_8);
    }

    private static byte[] dictionary(String condition) {
        return ("[when]An order comes=OrderPlaced( " + condition + " )\n[then]Tag it=propose.tag(\"t\");\n")
                .getBytes(UTF_8);
    }

    private static byte[] said(String sentence) {
        return "expander words.dsl\nrule \"Said\"\nwhen\n%s\nthen\nTag it\nend\n"
                .formatted(sentence)
                .getBytes(UTF_8);
    }

    private static byte[] table(String total) {
        return "RuleTable T\nC,A\nOrderPlaced,\ntotal > $param,propose.tag(\"t\");\nTotal,\n%s,x\n"
                .formatted(total)
                .getBytes(UTF_8);
    }

    private static Playbook start() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("settings.yaml", settings("CNY"));
        for (int i = 0; i < 4; i++) {
            files.put("campaigns/thanks-" + i + ".yaml", campaign("thanks-" + i, WORDS.get(0), CONDITIONS.get(0)));
            files.put("rules/rule-" + i + ".drl", rule("Rule " + i, CONDITIONS.get(0)));
        }
        files.put("rules/words.dsl", dictionary(CONDITIONS.get(0)));
        files.put("rules/said.dslr", said("An order comes"));
        files.put("rules/table.csv", table("10"));
        return Playbook.of(files);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Playbook edited(Playbook playbook, Random random) {
        int number = random.nextInt(4);
        return switch (random.nextInt(14)) {
            case 10 -> playbook.with("rules/words.dsl", dictionary(any(CONDITIONS, random)));
            case 11 -> playbook.without("rules/words.dsl");
            case 12 -> playbook.with("rules/said.dslr", said(any(List.of("An order comes", "An order goes"), random)));
            case 13 -> playbook.with("rules/table.csv", table(any(List.of("10", "20", "much"), random)));
            case 0 -> playbook.with("settings.yaml", settings(any(SETTINGS, random)));
            case 1 -> playbook.without("rules/rule-" + number + ".drl");
            case 2, 3, 4, 5 ->
                playbook.with("rules/rule-" + number + ".drl", rule(any(RULES, random), any(CONDITIONS, random)));
            default ->
                playbook.with(
                        "campaigns/thanks-" + number + ".yaml",
                        campaign("thanks-" + random.nextInt(4), any(WORDS, random), any(CONDITIONS, random)));
        };
    }

    @Test
    void any_edits_lead_to_the_same_edition_and_the_same_faults() {
        Random random = new Random(11);
        Playbook playbook = start();
        for (int edit = 0; edit < 200; edit++) {
            playbook = edited(playbook, random);

            Reading again = reader.read(playbook);
            Reading anew = reader().read(playbook);

            assertThat(again.diagnostics()).as("edit " + edit).isEqualTo(anew.diagnostics());
            assertThat(again.warnings()).as("edit " + edit).isEqualTo(anew.warnings());
            assertThat(again.draft().orElseThrow().campaigns())
                    .isEqualTo(anew.draft().orElseThrow().campaigns());
            assertThat(again.draft().orElseThrow().templates())
                    .isEqualTo(anew.draft().orElseThrow().templates());
            assertThat(again.draft().orElseThrow().rules().rules())
                    .isEqualTo(anew.draft().orElseThrow().rules().rules());
        }
    }

    @Test
    void a_changed_text_leaves_the_rules_and_the_other_campaigns_as_they_are() {
        Reading first = reader.read(start());
        Playbook changed = start().with("campaigns/thanks-1.yaml", campaign("thanks-1", "谢谢", CONDITIONS.get(0)));

        Reading second = reader.read(changed);

        assertThat(second.edition().rules()).isSameAs(first.edition().rules());
        Campaign untouched = first.edition().campaigns().get("thanks-2");
        assertThat(second.edition().campaigns().get("thanks-2")).isSameAs(untouched);
        assertThat(second.edition().campaigns().get("thanks-1"))
                .isNotEqualTo(first.edition().campaigns().get("thanks-1"));
    }

    @Test
    void a_changed_rule_makes_another_book() {
        RuleBook first = reader.read(start()).edition().rules();

        RuleBook second = reader.read(start().with("rules/rule-1.drl", rule("Rule 1", "total > 20")))
                .edition()
                .rules();

        assertThat(second.rules()).isNotEqualTo(first.rules());
    }
}
