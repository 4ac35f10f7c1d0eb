package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignTextTest {

    private static final String FILE = """
            # A comment.
            version: 1
            id: hello
            name:
              zh: 你好
              en: Hello  # not yet final
            trigger:
              event: order.placed
              when:
                - total > 0

            caps:
              - {max: 2, per: 1d}

            steps:

              # First words

              - send: hi
                text:
                  en: |
                    Hello, {{ member.name | default: "you" }}!

                    Bye.

              # Later

              - wait: 3d
              - send: again
                text:
                  en: Again
            """;

    private final CampaignText text = CampaignText.of(FILE);

    @Test
    void shows_values_as_a_form_does() {
        assertThat(text.value("/name/zh")).isEqualTo("你好");
        assertThat(text.value("/trigger/when")).isEqualTo("total > 0");
        assertThat(text.value("/caps")).isEqualTo("2 per 1d");
        assertThat(text.value("/steps/0/text/en")).endsWith("Bye.\n");
        assertThat(text.value("/holdout")).isEmpty();
    }

    @Test
    void leaves_every_byte_when_nothing_changes() {
        Map<String, String> answers = Map.of(
                "/name/zh", "你好",
                "/trigger/when", "total > 0\r\n",
                "/caps", "2 per 1d",
                "/steps/0/text/en", text.value("/steps/0/text/en"));
        assertThat(CampaignForm.answered(text, answers).text()).isEqualTo(FILE);
    }

    @Test
    void changes_one_text_and_nothing_around_it() {
        CampaignText changed = text.with("/steps/0/text/en", "Good day.\n\nSee you: soon # really");
        assertThat(changed.value("/steps/0/text/en")).isEqualTo("Good day.\n\nSee you: soon # really\n");
        String around = FILE.replaceFirst("(?s)\\|\n        Hello.*Bye\\.\n", "…");
        assertThat(changed.text().replaceFirst("(?s)\\|\n        Good.*really\n", "…"))
                .isEqualTo(around);
    }

    @Test
    void words_without_a_language_are_changed_as_others_are() {
        CampaignText plain = CampaignText.of(FILE.replace("text:\n      en: Again", "text: Again"));
        assertThat(plain.value("/steps/2/text")).isEqualTo("Again");
        CampaignText changed = CampaignForm.answered(plain, Map.of("/steps/2/text", "Once more\n\nand again: soon"));
        assertThat(changed.value("/steps/2/text")).isEqualTo("Once more\n\nand again: soon\n");
        assertThat(changed.value("/steps/0/text/en")).isEqualTo(plain.value("/steps/0/text/en"));
    }

    @Test
    void one_answer_does_not_replace_the_words_of_all_languages() {
        Map<String, String> answers = Map.of("/name", "Hi", "/steps/2/text", "Hi");
        assertThat(CampaignForm.answered(text, answers).text()).isEqualTo(FILE);
        assertThat(CampaignForm.unwritten(text, text, answers)).isEmpty();
    }

    @Test
    void what_the_file_cannot_hold_is_told_by_its_place() {
        Map<String, String> answers = Map.of("/name/en", "Hi", "/steps/0/text/en", "Hi \u0001 you");
        CampaignText changed = CampaignForm.answered(text, answers);
        assertThat(CampaignForm.unwritten(text, changed, answers)).containsExactly("/steps/0/text/en");
        assertThat(CampaignForm.unwritten(text, changed, Map.of("/name/en", "Hi")))
                .isEmpty();
    }

    @Test
    void writes_conditions_so_that_they_read_back() {
        String conditions = "total >= 200\nmember.ordersIn(\"30d\") < 3\nmember.city == \"a: b\"";
        CampaignText changed = text.with("/trigger/when", conditions);
        assertThat(changed.value("/trigger/when")).isEqualTo(conditions);
        assertThat(changed.text())
                .contains("    - member.ordersIn(\"30d\") < 3\n")
                .contains("\n\ncaps:\n");
    }

    @Test
    void adds_and_takes_out_what_may_be_absent() {
        CampaignText added = text.with("/holdout", "5%").with("/steps/2/when", "total > 500");
        assertThat(added.value("/holdout")).isEqualTo("5%");
        assertThat(added.value("/steps/2/when")).isEqualTo("total > 500");
        CampaignText removed = added.with("/caps", "").with("/holdout", "");
        assertThat(removed.value("/caps")).isEmpty();
        assertThat(removed.text()).doesNotContain("caps").doesNotContain("holdout");
    }

    @Test
    void writes_caps_as_the_file_has_them() {
        assertThat(text.with("/caps", "1 per 12h\n5 per 7d").text())
                .contains("caps:\n  - {max: 1, per: 12h}\n  - {max: 5, per: 7d}\n");
    }

    @Test
    void a_step_keeps_its_dash_when_its_first_name_changes() {
        assertThat(text.with("/steps/1/wait", "5d").text()).isEqualTo(FILE.replace("- wait: 3d", "- wait: 5d"));
        assertThat(text.with("/steps/2/send", "").text()).isEqualTo(FILE);
    }

    @Test
    void what_stands_in_braces_is_written_anew_in_its_place() {
        CampaignText braces = CampaignText.of("""
                trigger: {event: order.paid}   # at once
                steps:
                  - split: days
                    parts:
                      - {share: 25%, steps: [{wait: 1d}]}
                  - tag: done
                """);
        assertThat(braces.canChange("/steps/0/parts/0/steps/0/wait")).isFalse();
        assertThat(braces.with("/steps/0/parts/0/steps/0/wait", "2d")
                        .with("/trigger/event", "order.placed")
                        .text())
                .isEqualTo("""
                trigger:
                  event: order.placed
                steps:
                  - split: days
                    parts:
                      - share: 25%
                        steps:
                          - wait: 2d
                  - tag: done
                """);
    }

    @Test
    void a_file_in_braces_alone_is_left_alone() {
        String file = """
            {
              "trigger": {
                "event": "order.paid"
              },
              "steps": [{"wait": "1d"}]
            }
            """;
        CampaignText braces = CampaignText.of(file);
        for (String pointer : List.of("/trigger/when", "/steps/0/wait", "/entry/again")) {
            assertThat(braces.canPut(pointer)).as(pointer).isFalse();
            assertThat(braces.with(pointer, "2d").text()).isEqualTo(file);
        }
        assertThat(braces.value("/steps/0/wait")).isEqualTo("1d");
    }

    @Test
    void a_comment_behind_a_value_stays_there() {
        assertThat(text.with("/name/en", "Hi # there").text())
                .isEqualTo(FILE.replace("en: Hello  # not yet final", "en: \"Hi # there\"  # not yet final"));
        CampaignText flow = CampaignText.of("entry: {per: member, again: 7d}   # once a week\nsteps: []\n");
        assertThat(flow.with("/entry/again", "14d").text())
                .isEqualTo("entry: {per: member, again: 14d}   # once a week\nsteps: []\n");
    }

    @Test
    void what_would_not_read_back_changes_nothing() {
        assertThat(text.with("/name/zh", "a\u0001b").text()).isEqualTo(FILE);
        CampaignText anchored = CampaignText.of("""
                holdout: &share 5%
                priority: *share
                """);
        assertThat(anchored.with("/holdout", "10%")).isSameAs(anchored);
    }

    @Test
    void words_may_begin_with_a_blank_and_a_name_may_be_null() {
        assertThat(text.with("/steps/0/text/en", "  Dear you,\nhello").value("/steps/0/text/en"))
                .isEqualTo("  Dear you,\nhello\n");
        assertThat(text.with("/name/en", "Null").value("/name/en")).isEqualTo("Null");
    }

    @Test
    void a_template_under_another_id_says_the_same() {
        String birthday = """
                # The birthday.
                id: birthday  # birthday
                name: {en: birthday}
                trigger:
                  date: member.birthday
                  when:
                    - coupon.campaign == "birthday"
                    - campaign in ("birthday", "birthday-x")
                    - "coupon.campaign != \\"birthday\\""
                    - coupon.kind == "birthday"
                steps:
                  - send: birthday
                    text: Your birthday is near, "birthday".
                """;
        assertThat(CampaignTemplates.called(birthday, "birthday", "birthday-2")).isEqualTo("""
                # The birthday.
                id: birthday-2  # birthday
                name: {en: birthday}
                trigger:
                  date: member.birthday
                  when:
                    - coupon.campaign == "birthday-2"
                    - campaign in ("birthday-2", "birthday-x")
                    - "coupon.campaign != \\"birthday-2\\""
                    - coupon.kind == "birthday"
                steps:
                  - send: birthday
                    text: Your birthday is near, "birthday".
                """);
    }

    @Test
    void an_id_in_quotes_or_in_what_is_not_yaml_yet_becomes_another_too() {
        assertThat(CampaignTemplates.called("id: 'promo'", "promo", "promo-2")).isEqualTo("id: 'promo-2'");
        assertThat(CampaignTemplates.called("id: promo\nname: [", "promo", "promo-2"))
                .isEqualTo("id: promo-2\nname: [");
    }

    @Test
    void every_template_begun_twice_differs_by_its_id_alone() {
        new CampaignTemplates().all().forEach((id, shipped) -> {
            Map<String, String> values = CampaignText.of(shipped).values();
            CampaignText again = CampaignText.of(CampaignTemplates.called(shipped, id, id + "-2"));
            assertThat(again.value("/id")).isEqualTo(id + "-2");
            assertThat(again.values())
                    .as(id)
                    .allSatisfy((at, value) -> assertThat(
                                    value.replace("campaign == \"" + id + "-2\"", "campaign == \"" + id + "\""))
                            .isEqualTo(at.equals("id") ? id + "-2" : values.get(at)));
        });
    }
}
