package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.RuleCompiler.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Audiences become conditions of rules, and their faults come back to where they were written. */
class AudiencesTest {

    private static final String REGULARS = """
            version: 1
            id: regulars
            name: {zh: 常客, en: Regulars}
            all:
              - when: [member.level >= 2, member.orders > 3 || member.spent > 500]
              - any:
                  - list: [vip, press]
                  - tagged: "a \\"friend\\""
              - not:
                  - community: c1
                  - when: member.spentIn("30d") == 0
            """;
    private static final String NEAR = """
            version: 1
            id: near
            name: Near
            near: {store: S1, within: 1.5 km}
            store: [S1, S2]
            not: {audience: regulars}
            """;
    private static final String CAMPAIGN = """
            version: 1
            id: thanks
            name: Thanks
            purpose: service
            channel: phone
            trigger: {event: order.placed, when: total > 1}
            audience: near
            steps:
              - send: one
                text: Hello
            """;

    @Test
    void become_constraints_of_a_rule_that_asks_for_them() {
        assertThat(drl(Map.of("audiences/regulars.yaml", REGULARS), "audiences/regulars.yaml"))
                .isEqualTo("""
                        rule "audience regulars"
                        when
                            AudienceAsked(
                                audience == "regulars",
                                member.level >= 2,
                                member.orders > 3 || member.spent > 500,
                                ((member.inList("vip") == true || member.inList("press") == true) || member.tagged("a \\"friend\\"") == true),
                                !((member.communities contains "c1" || (member.spentIn("30d") == 0)))
                            )
                        then
                            propose.tag("regulars");
                        end

                        """);
    }

    @Test
    void everybody_is_said_in_a_word_where_a_retailer_calls() {
        String called = CAMPAIGN.replace("{event: order.placed, when: total > 1}", "{event: live.started}");
        for (String audience : List.of("everybody", "near")) {
            var reading = NoRules.reader()
                    .read(Playbooks.with(Map.of(
                            "audiences/near.yaml",
                            NEAR.replace("not: {audience: regulars}\n", ""),
                            "campaigns/thanks.yaml",
                            called.replace("audience: near", "audience: " + audience))));
            assertThat(reading.diagnostics()).isEmpty();
            assertThat(reading.edition().campaigns().get("thanks").audience() == null)
                    .as(audience)
                    .isEqualTo(audience.equals("everybody"));
        }
    }

    @Test
    void stand_in_the_rule_that_enters_members_and_in_one_of_the_campaign() {
        String drl = drl(all(), "campaigns/thanks.yaml");

        assertThat(drl).contains("""
                            OrderPlaced(
                                total > 1,
                                member.near("S1", "1.5 km") == true,
                                (member.homeStore == "S1" || member.homeStore == "S2"),
                                !(((member.level >= 2) && (member.orders > 3 || member.spent > 500) && ((member.inList(\
                        """.stripTrailing());
        assertThat(drl).contains("rule \"audience of campaign thanks\"", "audience == \"campaign/thanks\"");
    }

    @Test
    void stand_in_planned_steps_for_members_only() {
        String moment = "    day: 1\n    at: \"10:00\"\n    window: 1h\n";
        String cadence =
                CAMPAIGN.replace("{event: order.placed, when: total > 1}", "{cadence: {start: 2026-11-01, days: 3}}")
                        + moment + "  - send: two\n    audience: communities\n    text: Hello\n" + moment;
        TreeMap<String, String> files = new TreeMap<>(all());
        files.put("campaigns/thanks.yaml", cadence);
        String drl = drl(files, "campaigns/thanks.yaml");
        String one = drl.substring(drl.indexOf("step one"), drl.indexOf("step two"));
        String two = drl.substring(drl.indexOf("step two"), drl.indexOf("audience of campaign"));

        assertThat(one).contains("member.near(");
        assertThat(two).doesNotContain("member.near(");
    }

    @Test
    void are_read_again_when_one_they_name_changes() {
        NoRules compiler = new NoRules();
        PlaybookReader reader = compiler.playbookReader();
        reader.read(Playbooks.with(all()));
        compiler.given.clear();
        TreeMap<String, String> changed = new TreeMap<>(all());
        changed.put("audiences/regulars.yaml", REGULARS.replace("member.level >= 2", "member.level >= 7"));
        reader.read(Playbooks.with(changed));

        assertThat(drl(compiler, "campaigns/thanks.yaml")).contains("member.level >= 7");
    }

    @Test
    void cannot_be_part_of_each_other() {
        String one = "version: 1\nid: one\nname: One\naudience: two\n";
        String two = "version: 1\nid: two\nname: Two\nall:\n  - audience: three\n";
        String three = "version: 1\nid: three\nname: Three\nnot: one\n";

        assertThat(told(Map.of("audiences/1.yaml", one, "audiences/2.yaml", two, "audiences/3.yaml", three)))
                .containsExactly("audiences/3.yaml:4:6 audience.cycle");
    }

    @Test
    void have_their_id_alone() {
        assertThat(told(Map.of("audiences/a.yaml", REGULARS, "audiences/b.yaml", REGULARS)))
                .containsExactly("audiences/b.yaml:2:0 audience.duplicate");
    }

    @Test
    void are_not_missed_while_their_file_is_broken() {
        TreeMap<String, String> files = new TreeMap<>(all());
        files.put("audiences/near.yaml", "version: 1\n  id: near\n");

        assertThat(told(files)).containsExactly("audiences/near.yaml:2:5 yaml.syntax");
    }

    @Test
    void tell_a_fault_at_its_condition() {
        assertThat(back(Map.of("audiences/regulars.yaml", REGULARS), "audiences/regulars.yaml", "spent > 500"))
                .containsExactly("audiences/regulars.yaml:5:59 x");
        assertThat(back(Map.of("audiences/regulars.yaml", REGULARS), "audiences/regulars.yaml", "\"press\""))
                .as("what stands for a condition is told at its word")
                .containsExactly("audiences/regulars.yaml:7:21 x");
        assertThat(back(Map.of("audiences/regulars.yaml", REGULARS), "audiences/regulars.yaml", "spentIn"))
                .containsExactly("audiences/regulars.yaml:11:22 x");
    }

    @Test
    void tell_a_fault_in_a_campaign_where_it_names_them() {
        assertThat(back(all(), "campaigns/thanks.yaml", "\"press\"")).containsExactly("campaigns/thanks.yaml:7:11 x");
    }

    @Test
    void tell_a_fault_of_several_rules_once_and_not_again_in_campaigns() {
        NoRules compiler = new NoRules();
        place(compiler, all(), "audiences/regulars.yaml", "\"press\"");
        place(compiler, all(), "campaigns/thanks.yaml", "\"press\"");

        assertThat(codes(compiler.playbookReader().read(Playbooks.with(all()))))
                .containsExactly("audiences/regulars.yaml:7:21 x");
    }

    @Test
    void that_name_each_other_may_not_ask_without_end() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 1; i <= 30; i++) {
            String part = i == 30 ? "{tagged: tea}" : "a" + (i + 1);
            files.put("audiences/a" + i + ".yaml", """
                    version: 1
                    id: a%d
                    name: Audience
                    any: [%s, {not: %s}]
                    """.formatted(i, part, part));
        }

        assertThat(told(files)).isNotEmpty().allMatch(fault -> fault.endsWith(" audience.too-large"));
    }

    private static Map<String, String> all() {
        return Map.of(
                "audiences/regulars.yaml", REGULARS, "audiences/near.yaml", NEAR, "campaigns/thanks.yaml", CAMPAIGN);
    }

    /** What the author is told when a rule has a fault at these words. */
    private static List<String> back(Map<String, String> files, String file, String words) {
        NoRules compiler = new NoRules();
        place(compiler, files, file, words);
        return codes(compiler.playbookReader().read(Playbooks.with(files)));
    }

    private static void place(NoRules compiler, Map<String, String> files, String file, String words) {
        String drl = drl(files, file);
        int at = drl.indexOf(words);
        assertThat(at).isPositive();
        int line = (int) drl.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        compiler.found.add(new Diagnostic(file, line, at - drl.lastIndexOf('\n', at), "x", "y"));
    }

    private static String drl(Map<String, String> files, String file) {
        NoRules compiler = new NoRules();
        assertThat(codes(compiler.playbookReader().read(Playbooks.with(files)))).isEmpty();
        return drl(compiler, file);
    }

    private static String drl(NoRules compiler, String file) {
        return compiler.given.stream()
                .filter(source -> source.file().equals(file))
                .map(Source::drl)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(Map<String, String> files) {
        return codes(NoRules.reader().read(Playbooks.with(files)));
    }

    private static List<String> codes(Reading reading) {
        return reading.diagnostics().stream()
                .map(fault -> fault.file() + ":" + fault.line() + ":" + fault.column() + " " + fault.code())
                .toList();
    }
}
