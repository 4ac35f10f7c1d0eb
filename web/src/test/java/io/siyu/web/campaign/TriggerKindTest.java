package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerKindTest {
    private static final String ENTERED = """
            version: 1
            purpose: service
            trigger:
              event: order.placed
              when:
                - total >= 100
            steps:

              - send: hi
                text: Hi

              - wait: 2d

              # The end of it.
              - send: bye
                text: Bye
            """;

    private final CampaignText text = CampaignText.of(ENTERED);

    @Test
    void each_kind_begins_with_usual_values_and_the_same_conditions() {
        assertThat(begun("event")).isEqualTo(ENTERED);
        assertThat(begun("date"))
                .isEqualTo(ENTERED.replace("  event: order.placed\n", "  date: coupon.expiresAt\n  before: 3d\n"));
        assertThat(begun("absence"))
                .isEqualTo(ENTERED.replace(
                        "  event: order.placed\n", "  absence: order.placed\n  after: cart.added\n  within: 2h\n"));
        assertThat(begun("schedule"))
                .isEqualTo(ENTERED.replace(
                        "  event: order.placed\n", "  schedule:\n    cron: 0 10 * * 1\n    window: 4h\n"));
    }

    @Test
    void what_is_planned_keeps_its_clock_and_what_is_not_has_none() {
        CampaignText own = text.put("/trigger/event", null)
                .put("/trigger/schedule/cron", YamlTree.text("0 10 * * 6"))
                .put("/trigger/schedule/window", YamlTree.text("2h"))
                .put("/trigger/schedule/clock", YamlTree.text("member"));
        CampaignText cadence = TriggerKind.CADENCE.begins(own, "2026-11-04");
        assertThat(cadence.value("/trigger/cadence/clock")).isEqualTo("member");
        assertThat(TriggerKind.SCHEDULE.begins(cadence, "").value("/trigger/schedule/clock"))
                .isEqualTo("member");
        assertThat(TriggerKind.EVENT.begins(own, "").text()).doesNotContain("clock");
        assertThat(begun("cadence")).doesNotContain("clock");
    }

    @Test
    void waits_become_days_and_days_waits() {
        String days = begun("cadence");
        assertThat(days).isEqualTo("""
                version: 1
                purpose: service
                trigger:
                  cadence: {start: 2026-11-04, days: 7}
                  when:
                    - total >= 100
                steps:

                  - send: hi
                    day: 1
                    at: "10:00"
                    window: 4h
                    text: Hi

                  # The end of it.
                  - send: bye
                    day: 3
                    at: "10:00"
                    window: 4h
                    text: Bye
                """);
        assertThat(CampaignForm.answered(CampaignText.of(days), Map.of(FormTrigger.KIND, "event"))
                        .text())
                .isEqualTo(ENTERED.replace("  # The end of it.\n", "")
                        .replace("  - send: hi", "  - send: hi")
                        .replace("  - wait: 2d\n\n", "  - wait: 2d\n\n  # The end of it.\n"));
    }

    @Test
    void what_is_no_kind_changes_nothing_and_is_told() {
        assertThat(begun("whim")).isEqualTo(ENTERED);
        Map<String, String> whim = Map.of(FormTrigger.KIND, "whim");
        assertThat(CampaignForm.unwritten(text, text, whim)).containsExactly(FormTrigger.KIND);
        assertThat(CampaignForm.unwritten(text, text, Map.of(FormTrigger.KIND, "event")))
                .isEmpty();
    }

    @Test
    void every_kind_asks_for_its_own_fields() {
        assertThat(pointers("event")).contains("/trigger/event").doesNotContain("/trigger/before");
        assertThat(pointers("date")).contains("/trigger/date", "/trigger/before", "/trigger/after");
        assertThat(pointers("absence")).contains("/trigger/absence", "/trigger/after", "/trigger/within");
        assertThat(pointers("schedule")).contains("/trigger/schedule/once", "/trigger/schedule/clock");
        assertThat(pointers("cadence")).contains("/trigger/cadence/clock", "/steps/0/day");
    }

    @Test
    void a_schedule_changes_from_rounds_to_one() {
        CampaignText rounds = CampaignText.of(begun("schedule"));
        assertThat(CampaignForm.answered(
                                rounds,
                                Map.of("/trigger/schedule/cron", "", "/trigger/schedule/once", "2027-02-08T10:00"))
                        .text())
                .contains("  schedule:\n    window: 4h\n    once: \"2027-02-08 10:00\"\n");
    }

    @Test
    void every_template_can_be_begun_by_something_else_and_reads_back() {
        new CampaignTemplates().all().forEach((id, shipped) -> {
            for (String kind : TriggerKind.words()) {
                CampaignText changed = CampaignForm.answered(
                        CampaignText.of(shipped), Map.of(FormTrigger.KIND, kind, FormTrigger.FIRST_DAY, "2026-11-04"));
                assertThat(TriggerKind.of(changed)).as(id + " " + kind).isEqualTo(kind);
            }
        });
    }

    private List<String> pointers(String kind) {
        CampaignForm form = CampaignForm.of(CampaignText.of(begun(kind)));
        List<String> pointers = new java.util.ArrayList<>();
        form.sections().forEach(section -> section.fields().forEach(field -> pointers.add(field.pointer())));
        form.parts().forEach(part -> part.fields().forEach(field -> pointers.add(field.pointer())));
        return pointers;
    }

    private String begun(String kind) {
        return CampaignForm.answered(text, Map.of(FormTrigger.KIND, kind, FormTrigger.FIRST_DAY, "2026-11-04"))
                .text();
    }
}
