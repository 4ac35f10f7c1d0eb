package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FormAudienceTest {
    private static final String FILE = """
            version: 1
            trigger:
              event: order.placed

            steps:
              - send: hi
                text: Hi
            """;

    private static final String OWN = """
            audience:
              store: [S1, S2]
              near: {store: S1, within: 3 km}
              any:
                - tagged: tea
                - newcomers
              not: {list: staff}
              when:
                - member.level >= 1

            """;

    private final CampaignText everybody = CampaignText.of(FILE);
    private final CampaignText own = CampaignText.of(FILE.replace("steps:", OWN + "steps:"));

    @Test
    void a_saved_audience_is_chosen_and_left() {
        CampaignText saved = CampaignForm.answered(everybody, Map.of("/audience/of", "regulars"));
        assertThat(saved.text()).isEqualTo(FILE.replace("\nsteps:", "\naudience: regulars\n\nsteps:"));
        assertThat(CampaignForm.answered(saved, Map.of("/audience/of", "")).text())
                .isEqualTo(FILE);
        assertThat(fields(saved)).containsOnlyKeys("/audience/of");
    }

    @Test
    void what_no_row_says_is_shown_as_written_and_stays() {
        for (String audience :
                List.of("near: {within: 3 km}", "towns: east", "unit: []", "any: [{near: {within: 3 km}}]")) {
            CampaignText deeper = CampaignText.of(FILE.replace("steps:", "audience:\n  " + audience + "\n\nsteps:"));
            assertThat(fields(deeper)).as(audience).isEmpty();
            assertThat(CampaignForm.answered(deeper, Map.of("/audience/of", "", "/audience/0/names", "x"))
                            .text())
                    .isEqualTo(deeper.text());
        }
    }

    @Test
    void whom_a_store_s_event_calls_stays_chosen() {
        CampaignText called = CampaignText.of(FILE.replace("steps:", "audience: store\n\nsteps:"));
        assertThat(CampaignForm.of(called).sections().stream()
                        .flatMap(section -> section.fields().stream())
                        .filter(field -> field.pointer().equals("/audience/of"))
                        .toList())
                .singleElement()
                .satisfies(field -> assertThat(field.options()).contains("store"));
    }

    @Test
    void a_unit_is_a_row_as_a_store_is() {
        CampaignText units = CampaignText.of(FILE.replace("steps:", "audience:\n  unit: [east, coast]\n\nsteps:"));
        Map<String, String> rows = fields(units);
        assertThat(rows).containsEntry("/audience/0/word", "unit").containsEntry("/audience/0/names", "east, coast");
        assertThat(CampaignForm.answered(units, rows).text()).isEqualTo(units.text());
        rows.put("/audience/0/names", "east");
        assertThat(CampaignForm.answered(units, rows).text()).contains("unit: east");
    }

    @Test
    void rows_tell_what_the_file_says_and_change_nothing_by_themselves() {
        Map<String, String> rows = fields(own);
        assertThat(rows)
                .containsEntry("/audience/0/word", "store")
                .containsEntry("/audience/0/names", "S1, S2")
                .containsEntry("/audience/1/names", "S1, 3 km")
                .containsEntry("/audience/2/set", "any")
                .containsEntry("/audience/3/word", "audience")
                .containsEntry("/audience/4/set", "not")
                .containsEntry("/audience/when", "member.level >= 1");
        assertThat(CampaignForm.answered(own, rows).text()).isEqualTo(own.text());
        assertThat(CampaignForm.unwritten(own, own, rows)).isEmpty();
    }

    @Test
    void rows_come_change_and_go() {
        Map<String, String> row =
                Map.of("/audience/+/set", "not", "/audience/+/word", "tagged", "/audience/+/names", "asleep， quiet");
        assertThat(CampaignForm.answered(everybody, row).text())
                .contains("\naudience:\n  not: {tagged: [asleep, quiet]}\n\nsteps:");
        CampaignText changed = CampaignForm.answered(
                own, Map.of("/audience/0/names", "S3", "/audience/1/names", "", "/audience/4/set", "any"));
        assertThat(changed.text()).isEqualTo(FILE.replace("steps:", """
                audience:
                  store: S3
                  any:
                    - {tagged: tea}
                    - {audience: newcomers}
                    - {list: staff}
                  when:
                    - member.level >= 1

                """ + "steps:"));
        Map<String, String> none = new TreeMap<>(fields(own));
        none.replaceAll((pointer, value) -> pointer.endsWith("/names") || pointer.endsWith("/when") ? "" : value);
        assertThat(CampaignForm.answered(own, none).text()).isEqualTo(FILE);
    }

    @Test
    void the_same_word_twice_becomes_parts_that_must_all_hold() {
        CampaignText one =
                CampaignForm.answered(everybody, Map.of("/audience/+/word", "tagged", "/audience/+/names", "tea"));
        assertThat(one.text()).contains("audience: {tagged: tea}\n");
        CampaignText two =
                CampaignForm.answered(one, Map.of("/audience/+/word", "tagged", "/audience/+/names", "asleep"));
        assertThat(two.text()).contains("audience:\n  all:\n    - {tagged: tea}\n    - {tagged: asleep}\n");
    }

    @Test
    void a_row_that_is_not_finished_changes_nothing() {
        for (Map<String, String> row : List.of(
                Map.of("/audience/+/word", "tagged"),
                Map.of("/audience/+/names", "tea"),
                Map.of("/audience/+/word", "mood", "/audience/+/names", "tea"),
                Map.of("/audience/9/word", "tagged", "/audience/9/names", "tea"))) {
            assertThat(CampaignForm.answered(everybody, row).text()).isEqualTo(FILE);
        }
    }

    @Test
    void what_is_deeper_than_rows_is_left_alone() {
        CampaignText deep = CampaignText.of(FILE + """
                audience:
                  any:
                    - all:
                        - tagged: tea
                        - list: staff
                """);
        assertThat(fields(deep)).isEmpty();
        assertThat(CampaignForm.of(deep).audience()).contains("- list: staff");
        assertThat(CampaignForm.answered(deep, Map.of("/audience/+/word", "tagged", "/audience/+/names", "x"))
                        .text())
                .isEqualTo(deep.text());
    }

    private static Map<String, String> fields(CampaignText text) {
        Map<String, String> fields = new TreeMap<>();
        CampaignForm.of(text).sections().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.pointer().startsWith("/audience"))
                .forEach(field -> fields.put(field.pointer(), field.typed()));
        return fields;
    }
}
