package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audiences are asked by the rules they became, with the lists and stores of their playbook. */
class AudienceRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-11T12:00:00Z");
    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            channels:
              phone: [service, marketing]
            """;
    private static final String HEAD = "version: 1\nid: wanted\nname: Wanted\n";
    private static final Map<String, String> FILES = Map.of(
            "units.csv", "unit,parent\nold-town,east\neast,\nwest,\n",
            "stores.csv", "store,latitude,longitude,unit\nS1,31.2304,121.4737,old-town\nS2,,,\n",
            "lists/press.csv", "m1\nm2\n",
            "audiences/high.yaml", "version: 1\nid: high\nname: High\nwhen: member.level >= 2\n");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "when: member.level == 2                       | true",
                "when: [member.level == 2, member.orders > 9]  | false",
                "not: {when: [member.level == 2, member.orders > 9]} | true",
                "tagged: [a, vip]                              | true",
                "tagged: a                                     | false",
                "community: c1                                 | true",
                "store: [S2, S1]                               | true",
                "unit: east                                    | true",
                "unit: west                                    | false",
                "unit: [west, old-town]                        | true",
                "list: press                                   | true",
                "not: {list: press}                            | false",
                "not: [{tagged: a}, {community: c2}]           | true",
                "not: [{tagged: a}, {community: c1}]           | false",
                "near: {store: S1, within: 100 m}              | true",
                "audience: high                                | true",
                "any: [{tagged: a}, high]                      | true",
                "all: [{tagged: a}, high]                      | false",
                "all: [{tagged: vip}, {not: {any: [{tagged: a}, {when: member.level > 2 OR member.level < 2}]}}] | true"
            })
    void mean_whom_they_say(String whom, boolean expected) {
        String text = HEAD + whom.replace("OR", "||") + "\n";
        Edition edition = read(Map.of("audiences/wanted.yaml", text)).edition();

        assertThat(isIn(edition, "wanted", m1(edition))).isEqualTo(expected);
        assertThat(isIn(edition, "another", m1(edition))).isFalse();
    }

    @Test
    void know_nothing_of_a_member_who_told_nothing() {
        Edition edition = read(Map.of("audiences/wanted.yaml", HEAD + "near: {store: S1, within: 1000 km}\n"))
                .edition();
        assertThat(isIn(edition, "wanted", State.fresh(Subject.member("m9"), 1)))
                .isFalse();
    }

    @Test
    void decide_who_enters_a_campaign() {
        Edition edition = read(Map.of("campaigns/thanks.yaml", """
                        version: 1
                        id: thanks
                        name: Thanks
                        purpose: service
                        channel: phone
                        trigger: {event: order.placed}
                        audience: {all: [high, {list: press}]}
                        steps:
                          - send: one
                            text: Hello
                        """)).edition();
        Event order =
                HouseEvent.of(edition.catalogue().require("order.placed"), "o").about(Subject.member("m1"), NOW);

        assertThat(proposals(edition, order, m1(edition))).containsExactly("thanks");
        assertThat(proposals(edition, order, State.fresh(Subject.member("m1"), 1)))
                .isEmpty();
        assertThat(isIn(edition, "campaign/thanks", m1(edition))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "list: presss                          | 4:7 drl.unknown-list",
                "unit: [east, wset]                    | 4:14 drl.unknown-unit",
                "near: {store: S11, within: 5 km}      | 4:15 drl.unknown-store",
                "near: {store: S2, within: 5 km}       | 4:15 drl.store-without-place",
                "when: [member.levle > 1]              | 4:8 drl.unknown-field",
                "all: [{when: total > 1}]              | 4:14 drl.unknown-field",
                "any: [{tagged: a}, {when: member.level > yes}] | 4:42 drl.value"
            })
    void tell_their_faults_where_they_are_written(String whom, String expected) {
        Reading reading = read(Map.of("audiences/wanted.yaml", HEAD + whom + "\n"));

        assertThat(told(reading)).containsExactly("audiences/wanted.yaml:" + expected);
    }

    @Test
    void tell_what_cannot_hold_together_with_a_campaign_where_it_names_them() {
        String campaign = """
                version: 1
                id: thanks
                name: Thanks
                purpose: service
                channel: phone
                trigger: {event: order.placed, when: member.level < 1}
                audience: high
                steps:
                  - send: one
                    text: Hello
                """;
        assertThat(told(read(Map.of("campaigns/thanks.yaml", campaign))))
                .containsExactly("campaigns/thanks.yaml:7:11 drl.never-holds");
        assertThat(told(read(Map.of(
                        "campaigns/thanks.yaml",
                        campaign.replace("level < 1", "level < 9"),
                        "audiences/high.yaml",
                        "version: 1\nid: high\nname: High\nwhen: member.levle >= 2\n"))))
                .as("a fault of the audience is told in its file alone")
                .containsExactly("audiences/high.yaml:4:7 drl.unknown-field");
    }

    @Test
    void are_read_as_the_guide_shows_them() throws IOException {
        String guide = Files.readString(Path.of("../../docs/campaigns.md"));
        String section = guide.substring(guide.indexOf("\n## Audience"), guide.indexOf("### How many it means"));
        List<String> examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(example -> example.group(1))
                .toList();
        String campaign = """
                version: 1
                id: thanks-%d
                name: Thanks
                purpose: service
                channel: phone
                trigger: {event: order.placed}
                %s
                steps:
                  - send: one
                    text: Hello
                """;
        Reading reading = read(Map.of(
                "lists/staff.csv", "m1\n",
                "audiences/regulars.yaml", examples.get(0),
                "audiences/newcomers.yaml", "version: 1\nid: newcomers\nname: New\nwhen: member.orders == 0\n",
                "campaigns/one.yaml", campaign.formatted(1, examples.get(1).strip()),
                "campaigns/two.yaml", campaign.formatted(2, examples.get(2).strip())));

        assertThat(examples).hasSize(3);
        assertThat(told(reading)).isEmpty();
    }

    private static boolean isIn(Edition edition, String audience, State state) {
        Event asked = HouseEvent.of(edition.catalogue().require("audience.asked"), "a")
                .with("audience", audience)
                .about(state.subject(), NOW);
        return !proposals(edition, asked, state).isEmpty();
    }

    private static List<String> proposals(Edition edition, Event event, State state) {
        try (RuleSession session = edition.rules().open()) {
            return session.fire(new Fact(event, state, NOW, null, Map.of())).proposals().stream()
                    .map(proposal -> proposal.target())
                    .toList();
        }
    }

    private static State m1(Edition edition) {
        Subject m1 = Subject.member("m1");
        Event joined = HouseEvent.of(edition.catalogue().require("member.joined"), "j")
                .with("level", 2L)
                .with("tags", List.of("vip"))
                .with("homeStore", "S1")
                .with("position", "wtw3s")
                .about(m1, NOW);
        Event community = HouseEvent.of(edition.catalogue().require("community.joined"), "c")
                .with("community", "c1")
                .about(m1, NOW);
        return State.fresh(m1, 1).after(joined, NOW).after(community, NOW);
    }

    private static List<String> told(Reading reading) {
        return reading.diagnostics().stream()
                .map(fault -> fault.file() + ":" + fault.line() + ":" + fault.column() + " " + fault.code())
                .toList();
    }

    private static Reading read(Map<String, String> files) {
        TreeMap<String, byte[]> all = new TreeMap<>(Map.of("settings.yaml", SETTINGS.getBytes(UTF_8)));
        FILES.forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
        files.forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of).read(Playbook.of(all));
    }
}
