package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

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
    void gives_every_mention_of_a_template_its_new_name() {
        assertThat(CampaignTemplates.called("id: promo\nwhen: c == \"promo\"\n# promo-x", "promo", "promo-2"))
                .isEqualTo("id: promo-2\nwhen: c == \"promo-2\"\n# promo-x");
    }
}
