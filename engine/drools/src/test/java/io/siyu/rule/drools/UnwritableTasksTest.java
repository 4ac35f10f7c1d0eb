package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.ScenarioRun;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words of a task are written as those of a message are, and may fail as they do. */
class UnwritableTasksTest {

    private static final String SETTINGS = """
            version: 1
            retailer: Journey Market
            zone: America/New_York
            currency: USD
            language: en
            channels: {phone: [service, marketing]}
            """;
    private static final String CAMPAIGN = """
            version: 1
            id: calls
            name: Calls
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            steps:
              - wait: 1d
              - task: call
                text: '{% assign n = total | minus: 100 %}{{ 1000 | divided_by: n }}'
              - send: after
                text: We called.
            """;
    private static final String SCENARIO = """
            version: 1
            scenarios:
              - name: An order of exactly a hundred
                start: 2026-03-02 10:00
                events:
                  - after: 0m
                    order.placed: {orderId: A1, total: 100.00, currency: USD}
                expect:
                  - {after: 1d, drop: calls/call, reason: render.failed}
                  - {after: 1d, send: calls/after}
            """;

    @Test
    void one_that_cannot_be_written_is_one_final_drop_and_the_journey_goes_on() {
        Reading reading = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of)
                .read(Playbook.of(Map.of(
                        "settings.yaml", SETTINGS.getBytes(UTF_8), "campaigns/calls.yaml", CAMPAIGN.getBytes(UTF_8))));
        assertThat(reading.diagnostics()).isEmpty();
        Edition edition = reading.edition();
        Faults faults = new Faults();
        List<Scenario> scenarios =
                ScenarioReader.read("calls.scenario.yaml", SCENARIO.getBytes(UTF_8), edition, faults);

        assertThat(faults.sorted()).isEmpty();
        assertThat(ScenarioRun.play(scenarios.get(0), edition).told()).isEmpty();
    }
}
