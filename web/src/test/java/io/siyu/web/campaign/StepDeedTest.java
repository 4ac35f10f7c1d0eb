package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepDeedTest {
    private static final String FILE = """
            version: 1
            id: hello
            purpose: service
            trigger: {event: order.placed}
            steps:

              # First words

              - send: hi
                text: Hi

              - wait: 3d   # not longer

              # By level
              - branch:
                  - when: [member.level >= 3]
                    steps:
                      - tag: vip
                      - end: enough
                  - steps: []
            # The end.
            """;

    private final CampaignText text = CampaignText.of(FILE);

    @Test
    void a_step_moves_with_what_was_written_above_it() {
        String moved = done("down", "/steps/0");
        assertThat(moved).isEqualTo(FILE.replace("""
              # First words

              - send: hi
                text: Hi

              - wait: 3d   # not longer
            """, """
              - wait: 3d   # not longer

              # First words

              - send: hi
                text: Hi
            """));
        assertThat(new StepDeed("up", "/steps/1", "")
                        .done(CampaignText.of(moved))
                        .text())
                .isEqualTo(FILE);
    }

    @Test
    void nothing_moves_beyond_the_ends_or_out_of_nowhere() {
        for (StepDeed deed : List.of(
                new StepDeed("up", "/steps/0", ""),
                new StepDeed("down", "/steps/2", ""),
                new StepDeed("down", "/steps/7", ""),
                new StepDeed("remove", "/trigger", ""),
                new StepDeed("remove", "/steps/x", ""),
                new StepDeed("juggle", "/steps/0", ""),
                new StepDeed("send", "/steps/0/then/0/steps", ""),
                new StepDeed("pull", "/steps/0", ""),
                new StepDeed("path", "/steps/0", ""))) {
            assertThat(deed.done(text).text()).as(deed.toString()).isEqualTo(FILE);
        }
    }

    @Test
    void a_step_goes_with_its_lines_alone() {
        assertThat(done("remove", "/steps/1")).isEqualTo(FILE.replace("\n  - wait: 3d   # not longer\n", ""));
        assertThat(done("remove", "/steps/0")).isEqualTo(FILE.replace("""
              # First words

              - send: hi
                text: Hi

            """, ""));
        assertThat(done("remove", "/steps/2/branch/0/steps/1"))
                .isEqualTo(FILE.replace("              - end: enough\n".substring(4), ""));
    }

    @Test
    void a_path_may_become_empty_but_no_campaign() {
        CampaignText one = new StepDeed("remove", "/steps/2/branch/0/steps/0", "").done(text);
        CampaignText none = new StepDeed("remove", "/steps/2/branch/0/steps/0", "").done(one);
        assertThat(none.text()).contains("- when: [member.level >= 3]\n        steps: []\n");
        CampaignText last = CampaignText.of("steps:\n  - send: hi\n");
        assertThat(new StepDeed("remove", "/steps/0", "").done(last)).isSameAs(last);
    }

    @Test
    void a_new_step_is_written_as_the_templates_write_it() {
        assertThat(done("send", "/steps/0")).isEqualTo(FILE.replace("""
                text: Hi
            """, """
                text: Hi

              - send: send
                text:
                  zh: |
                    这里写要说的话。
                  en: |
                    What is to be said.
            """));
        assertThat(new StepDeed("tag", "/steps/2/branch/0/steps/0", "Big Spender!")
                        .done(text)
                        .text())
                .contains("          - tag: vip\n          - tag: big-spender\n          - end: enough\n");
        assertThat(new StepDeed("end", "/steps/2/branch/1/steps", "hi")
                        .done(text)
                        .text())
                .isEqualTo(FILE.replace("      - steps: []\n", "      - steps:\n          - end: hi-2\n"));
        assertThat(done("wait-until", "/steps")).contains("\n\n  - wait: {until: \"10:00\"}\n# The end.\n");
    }

    @Test
    void a_campaign_over_days_gets_steps_with_a_moment_and_an_audience() {
        CampaignText days = CampaignText.of("""
                purpose: marketing
                trigger:
                  cadence: {start: 2026-11-04, days: 3}
                steps:
                  - send: hello
                    day: 2
                    at: "10:00"
                    window: 4h
                    audience: members
                    text: Hi
                """);
        assertThat(new NewStep(days).kinds()).contains("push").doesNotContain("wait", "branch");
        assertThat(new StepDeed("push", "/steps", "news").done(days).text()).endsWith("""
                    text: Hi

                  - push: news
                    day: 2
                    at: "10:00"
                    window: 4h
                    audience: communities
                    text:
                      zh: |
                        这里写要说的话。
                        回复 R 退订。
                      en: |
                        What is to be said.
                        Reply R to opt out.
                """.indent(0));
    }

    @Test
    void a_branch_gets_its_new_path_before_the_one_for_the_rest() {
        String more = done("path", "/steps/2");
        assertThat(more).isEqualTo(FILE.replace("      - steps: []\n", """
                  - when:
                      - member.level >= 2
                    steps: []
                  - steps: []
            """.indent(0)));
        CampaignText split = new StepDeed("split", "/steps", "days").done(text);
        assertThat(new StepDeed("path", "/steps/3", "").done(split).text()).contains("""
              - split: days
                parts:
                  - share: 50%
                    steps: []
                  - share: 50%
                    steps: []
                  - share: 50%
                    steps: []
            """);
    }

    @Test
    void every_step_of_every_template_can_go_and_leaves_the_others_as_they_are() {
        new CampaignTemplates().all().forEach((id, shipped) -> {
            CampaignText template = CampaignText.of(shipped);
            for (int place = 0; place < template.size("/steps"); place++) {
                CampaignText without = new StepDeed("remove", "/steps/" + place, "").done(template);
                assertThat(without.size("/steps")).as(id + place).isEqualTo(Math.max(1, template.size("/steps") - 1));
                assertThat(shipped.lines().toList())
                        .containsAll(without.text().lines().toList());
                String swapped = new StepDeed("down", "/steps/" + place, "")
                        .done(template)
                        .text();
                assertThat(swapped.lines().sorted().toList())
                        .isEqualTo(shipped.lines().sorted().toList());
            }
        });
    }

    @Test
    void a_form_asks_for_what_each_kind_of_step_says() {
        CampaignText all = text;
        for (String kind : new NewStep(text).kinds()) {
            all = new StepDeed(kind, "/steps", "").done(all);
        }
        List<String> asked = CampaignForm.of(all).parts().stream()
                .flatMap(part -> part.fields().stream())
                .map(FormField::label)
                .distinct()
                .toList();
        assertThat(asked)
                .contains("kind", "value", "expires", "answer", "data", "data-name", "tag", "wait", "wait-until")
                .contains("event", "within", "share", "when", "text", "channel");
        CampaignText changed = CampaignForm.answered(
                CampaignText.of(FILE.replace("send: hi\n", "coupon: hi\n    kind: HI\n    expires: 7d\n")),
                Map.of(
                        "/steps/0/answer/event",
                        "coupon.redeemed",
                        "/steps/0/answer/within",
                        "3d",
                        "/steps/0/channel",
                        "phone"));
        assertThat(changed.text())
                .contains("    expires: 7d\n    text: Hi\n    answer: {event: coupon.redeemed, within: 3d}\n")
                .contains("  - coupon: hi\n    channel: phone\n    kind: HI\n");
    }

    @Test
    void a_step_for_communities_says_of_which_kind() {
        CampaignText days = CampaignText.of("""
                trigger:
                  schedule: {once: 2027-01-01 10:00, window: 4h}
                steps:
                  - send: hello
                    audience: members
                    text: Hi
                """);
        CampaignText content = CampaignForm.answered(days, Map.of("/steps/0/audience", "content"));
        assertThat(content.text()).contains("    audience: {communities: content}\n");
        assertThat(content.value("/steps/0/audience")).isEqualTo("content");
        assertThat(CampaignForm.answered(content, Map.of("/steps/0/audience", "members")))
                .extracting(CampaignText::text)
                .isEqualTo(days.text());
    }

    private String done(String what, String at) {
        return new StepDeed(what, at, "").done(text).text();
    }
}
