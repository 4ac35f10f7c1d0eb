package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CampaignFormTest {
    private static final String FILE = """
            # Why we do it.
            version: 1
            id: cart
            name:
              zh: 购物车
              en: Cart
            purpose: marketing
            priority: 35
            channel: phone

            trigger:
              absence: order.placed
              after: cart.added
              within: 2h

            entry: {per: member, again: 7d}   # not too often

            exits: [order.placed]

            steps:

              # The first words

              - send: still-there
                text:
                  zh: |
                    还在
                  en: |
                    Still there
            """;

    private final CampaignText text = CampaignText.of(FILE);

    @Test
    void what_is_shown_and_sent_back_changes_no_byte_of_any_template() {
        new CampaignTemplates().all().forEach((id, shipped) -> {
            CampaignText template = CampaignText.of(shipped);
            Map<String, String> shown = new TreeMap<>();
            CampaignForm form = form(template);
            form.sections()
                    .forEach(section -> section.fields().forEach(field -> shown.put(field.pointer(), field.typed())));
            form.parts().forEach(part -> part.fields().forEach(field -> shown.put(field.pointer(), field.typed())));
            CampaignText back = CampaignForm.answered(template, shown);
            assertThat(back.text()).as(id).isEqualTo(shipped);
            assertThat(CampaignForm.unwritten(template, back, shown)).as(id).isEmpty();
        });
    }

    @Test
    void keeps_what_a_campaign_is_as_a_whole() {
        String changed = answered(Map.of(
                "/purpose", "service",
                "/priority", "0",
                "/inFlight", "move",
                "/entry/again", "14d",
                "/entry/meanwhile", "restart",
                "/window/from", "2026-11-01T00:00"));
        assertThat(changed)
                .isEqualTo(FILE.replace("purpose: marketing", "purpose: service")
                        .replace("priority: 35", "priority: 0")
                        .replace(
                                "channel: phone\n",
                                "channel: phone\ninFlight: move\nwindow: {from: \"2026-11-01 00:00\"}\n")
                        .replace("again: 7d}", "again: 14d, meanwhile: restart}"));
    }

    @Test
    void keeps_a_goal_with_its_conditions_and_takes_it_out_again() {
        Map<String, String> goal = Map.of(
                "/goal/event", "order.paid",
                "/goal/when", "total >= 50\r\nmember.level > 1\r\n",
                "/goal/count", "300",
                "/goal/exit", "true");
        String changed = answered(goal);
        assertThat(changed).isEqualTo(FILE.replace("\nsteps:\n", """

                goal:
                  event: order.paid
                  when:
                    - total >= 50
                    - member.level > 1
                  count: 300
                  exit: true

                steps:
                """));
        Map<String, String> none = new TreeMap<>(goal);
        none.replaceAll((pointer, value) -> "");
        assertThat(CampaignForm.answered(CampaignText.of(changed), none).text()).isEqualTo(FILE);
    }

    @Test
    void the_hour_of_a_message_is_a_field_of_its_step() {
        String waiting = answered(Map.of("/steps/0/hour", "best"));
        assertThat(waiting)
                .isEqualTo(FILE.replace("  - send: still-there\n", "  - send: still-there\n    hour: best\n"));
        CampaignText told = CampaignText.of(waiting);
        assertThat(form(told).parts().get(0).fields())
                .filteredOn(field -> field.label().equals("hour"))
                .singleElement()
                .satisfies(field -> assertThat(field.typed()).isEqualTo("best"));
        assertThat(CampaignForm.answered(told, Map.of("/steps/0/hour", "")).text())
                .isEqualTo(FILE);
    }

    @Test
    void exits_are_rows_that_come_change_and_go() {
        String more = answered(Map.of("/exits/+/event", "", "/exits/+/when", "member.tagged(\"quiet\") == true"));
        assertThat(more).isEqualTo(FILE.replace("exits: [order.placed]", """
                exits:
                  - order.placed
                  - when:
                      - member.tagged("quiet") == true"""));
        String narrowed = CampaignForm.answered(
                        CampaignText.of(more),
                        Map.of("/exits/0/when", "total >= 50", "/exits/1/event", "", "/exits/1/when", ""))
                .text();
        assertThat(narrowed).isEqualTo(FILE.replace("exits: [order.placed]", """
                exits:
                  - event: order.placed
                    when:
                      - total >= 50"""));
        assertThat(answered(Map.of("/exits/0/event", ""))).isEqualTo(FILE.replace("exits: [order.placed]\n\n", ""));
    }

    @Test
    void caps_keep_their_channel_and_variants_come_by_name() {
        String capped = answered(Map.of("/caps/+/max", "2", "/caps/+/per", "1d", "/caps/+/channel", "phone"));
        assertThat(capped).contains("\n\ncaps:\n  - {max: 2, per: 1d, channel: phone}\n\nsteps:");
        assertThat(CampaignForm.answered(CampaignText.of(capped), Map.of("/caps/0/max", "3"))
                        .text())
                .contains("  - {max: 3, per: 1d, channel: phone}\n");
        String one = answered(Map.of("/variants/+/name", "plain", "/variants/+/value", "40%"));
        String two = CampaignForm.answered(
                        CampaignText.of(one), Map.of("/variants/+/name", "warm", "/variants/+/value", "60%"))
                .text();
        assertThat(two).contains("\n\nvariants: {plain: 40%, warm: 60%}\n\nsteps:");
        assertThat(CampaignForm.answered(CampaignText.of(two), Map.of("/variants/plain", ""))
                        .text())
                .contains("variants: {warm: 60%}");
    }

    @Test
    void what_is_no_field_changes_nothing() {
        assertThat(answered(Map.of(
                        "/version", "2", "/id", "x", "/trigger/cadence/start", "2026-11-01", "/steps/7/text", "x")))
                .isEqualTo(FILE);
        assertThat(answered(Map.of("/variants/+/name", "plain", "/caps/9/max", "1")))
                .isEqualTo(FILE);
    }

    @Test
    void what_a_row_cannot_hold_is_told_by_its_list() {
        Map<String, String> answers = Map.of("/exits/+/event", "a\u0001b");
        CampaignText changed = CampaignForm.answered(text, answers);
        assertThat(changed.text()).isEqualTo(FILE);
        assertThat(CampaignForm.unwritten(text, changed, answers)).containsExactly("/exits");
    }

    @Test
    void planned_campaigns_ask_for_nobody_s_entry() {
        CampaignTemplates templates = new CampaignTemplates();
        assertThat(pointers(templates.text("members-day").orElseThrow()))
                .contains("/goal/event", "/holdout", "/trigger/schedule/cron")
                .doesNotContain("/entry/again", "/window/from", "/exits/+/event");
        assertThat(pointers(FILE)).contains("/entry/again", "/window/from", "/exits/0/event", "/exits/+/event");
    }

    @Test
    void offers_what_the_house_knows_and_what_is_written() {
        CampaignForm form = CampaignForm.of(
                new FormFields(
                        text,
                        new Vocabulary(
                                Map.of(), List.of("sms"), List.of("order.paid"), List.of(), List.of(), List.of()),
                        Map.of()),
                List.of());
        FormField channel = form.sections().get(0).fields().stream()
                .filter(field -> field.pointer().equals("/channel"))
                .findFirst()
                .orElseThrow();
        assertThat(channel.options()).containsExactly("sms", "phone");
        assertThat(form.known()).containsEntry("known-event", List.of("order.paid"));
    }

    private static CampaignForm begunBy(String event) {
        String steps = "steps: [{push: group, text: Hi}, {task: staff, text: Hi}, {send: all, text: Hi},"
                + " {branch: [{steps: [{send: in, text: Hi}]}]}]";
        Vocabulary words =
                new Vocabulary(Map.of(), List.of(), List.of(), List.of("stock.expiring"), List.of(), List.of());
        CampaignText called = CampaignText.of("{trigger: {event: " + event + "}, " + steps + "}");
        return CampaignForm.of(new FormFields(called, words, Map.of()), List.of());
    }

    private static Map<String, List<String>> whom(CampaignForm form) {
        return form.parts().stream()
                .flatMap(part -> part.fields().stream())
                .filter(field -> field.pointer().endsWith("/audience"))
                .collect(Collectors.toMap(FormField::pointer, FormField::options));
    }

    private static List<String> words(CampaignForm form) {
        return form.sections().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.pointer().equals("/audience/of"))
                .flatMap(field -> field.options().stream())
                .toList();
    }

    @Test
    void steps_that_a_store_calls_say_whom_they_are_for() {
        CampaignForm called = begunBy("stock.expiring");
        assertThat(called.kinds()).contains("push", "branch");
        assertThat(whom(called))
                .containsEntry("/steps/0/audience", List.of("communities", "marketing", "content", "service"))
                .containsEntry(
                        "/steps/1/audience",
                        List.of("store", "members", "communities", "marketing", "content", "service"))
                .containsOnlyKeys("/steps/0/audience", "/steps/1/audience", "/steps/2/audience");
        assertThat(called.parts().get(0).community()).isTrue();
        assertThat(called.place("/steps/0/when").word()).isEqualTo("community");

        assertThat(words(called)).containsExactly("store", "everybody");

        CampaignForm entered = begunBy("order.paid");
        assertThat(words(entered)).isEmpty();
        assertThat(entered.kinds()).doesNotContain("push");
        assertThat(whom(entered)).isEmpty();
    }

    private static Set<String> pointers(String file) {
        Set<String> pointers = new TreeSet<>();
        form(CampaignText.of(file))
                .sections()
                .forEach(section -> section.fields().forEach(field -> pointers.add(field.pointer())));
        return pointers;
    }

    private static CampaignForm form(CampaignText text) {
        return CampaignForm.of(new FormFields(text, Vocabulary.EMPTY, Map.of()), List.of());
    }

    private String answered(Map<String, String> answers) {
        return CampaignForm.answered(text, answers).text();
    }
}
