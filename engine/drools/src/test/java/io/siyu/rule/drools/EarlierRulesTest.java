package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.LoadedEditions;
import io.siyu.playbook.Earlier;
import io.siyu.playbook.EditionDiff.Written;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.replay.Replay;
import io.siyu.replay.ReplayPlan;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What members entered stays rules beside those in force. */
class EarlierRulesTest {

    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: UTC
            currency: CNY
            language: en
            channels: {phone: [service]}
            """;
    private static final String CATALOGUE = """
            version: 1
            member:
              attributes:
                shoe: {type: integer, label: {zh: 鞋码, en: Shoe size}}
            """;
    private static final String FIRST = """
            version: 1
            id: care
            name: Care
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            steps:
              - wait: 1d
              - branch:
                  - when: [member.shoe >= 45]
                    steps: [{send: large, text: Large}]
                  - steps: [{send: usual, text: Usual}]
              - wait: {event: order.paid, when: [total >= 50], within: 2d}
                then: [{send: paid, text: Paid}]
                otherwise: [{send: unpaid, text: Unpaid}]
            """;
    private static final String SECOND =
            FIRST.replace("text: Large", "text: Larger").replace("text: Usual", "text: As usual");

    private final PlaybookReader reader = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of);
    private final Playbook before = playbook(CATALOGUE, FIRST);
    private final Edition first = reader.read(before).edition();

    private static Playbook playbook(String catalogue, String campaign) {
        Map<String, byte[]> files = new TreeMap<>(
                Map.of("settings.yaml", SETTINGS.getBytes(UTF_8), "campaigns/care.yaml", campaign.getBytes(UTF_8)));
        if (!catalogue.isEmpty()) {
            files.put("catalogue.yaml", catalogue.getBytes(UTF_8));
        }
        return Playbook.of(files);
    }

    private Playbook publish(Playbook after) {
        return Earlier.carry(
                new Written(first, before), new Written(reader.read(after).edition(), after), LocalDate.of(2026, 3, 3));
    }

    private HouseEvent event(String type, String id) {
        return HouseEvent.of(first.catalogue().require(type), id);
    }

    private Event order(String type, String id, String at) {
        return event(type, type + id)
                .with("orderId", id)
                .with("total", 10_000L)
                .with("currency", "CNY")
                .about(Subject.member("m1"), Instant.parse(at));
    }

    /** m1 ordered under the first edition; the second comes into force before the first wait is over. */
    private List<String> texts(Edition second) {
        ReplayPlan plan = new ReplayPlan(
                new LoadedEditions(List.of(first, second)), new LiquidTexts(), first.catalogue(), first.hash(), 4, 1);
        List<Decision> decisions = new ArrayList<>();
        try (Replay replay = new Replay(plan, Replay.into(decisions))) {
            for (Event event : course(second)) {
                replay.event(event.time(), event);
            }
            replay.drain(null);
        }
        return decisions.stream().filter(Decision::sends).map(Decision::text).toList();
    }

    private List<Event> course(Edition second) {
        return List.of(
                event("member.joined", "joined")
                        .with("shoe", 46L)
                        .about(Subject.member("m1"), Instant.parse("2026-03-02T09:00:00Z")),
                order("order.placed", "A1", "2026-03-02T10:00:00Z"),
                event("edition.activated", "edition-2")
                        .with("edition", second.hash())
                        .with("revision", 2L)
                        .about(Subject.RETAILER, Instant.parse("2026-03-03T08:00:00Z")),
                order("order.paid", "A1", "2026-03-04T08:00:00Z"),
                order("order.placed", "A2", "2026-03-05T10:00:00Z"));
    }

    @Test
    void whoever_is_inside_meets_the_conditions_and_texts_of_then() {
        Edition second = reader.read(publish(playbook(CATALOGUE, SECOND))).edition();

        assertThat(texts(second)).containsExactly("Large", "Paid", "Larger", "Unpaid");
    }

    @Test
    void without_the_file_they_meet_those_of_now() {
        Edition second = reader.read(playbook(CATALOGUE, SECOND)).edition();

        assertThat(texts(second)).containsExactly("Larger", "Paid", "Larger", "Unpaid");
    }

    @Test
    void conditions_that_mean_nothing_any_more_are_told_and_left_out() {
        String without = SECOND.replace("member.shoe >= 45", "member.level >= 3");
        Reading reading = reader.read(publish(playbook("", without)));

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.edition().earlier()).isEmpty();
        assertThat(reading.edition().templates())
                .containsOnlyKeys("care/large", "care/paid", "care/unpaid", "care/usual");
        assertThat(reading.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.code()).isEqualTo("campaign.earlier"));
    }

    @Test
    void their_rules_say_which_version_they_are_of() {
        Edition second = reader.read(publish(playbook(CATALOGUE, SECOND))).edition();
        String version = "care@" + first.campaigns().get("care").journey().version();

        assertThat(second.rules().rules())
                .filteredOn(rule -> rule.name().contains("@"))
                .extracting(rule -> rule.name())
                .containsExactly(
                        "campaign " + version + " step branch-2.1",
                        "campaign " + version + " step large",
                        "campaign " + version + " step paid",
                        "campaign " + version + " step unpaid",
                        "campaign " + version + " step usual",
                        "campaign " + version + " step wait-3");
    }
}
