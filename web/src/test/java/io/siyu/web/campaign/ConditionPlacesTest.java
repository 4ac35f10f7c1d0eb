package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.campaign.ConditionPlaces.Placed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConditionPlacesTest {
    private static final String FILE = """
            version: 1
            id: care
            purpose: service
            channel: phone
            trigger: {event: order.placed, when: total > 1}
            audience: {when: member.level >= 1}
            exits:
              - order.cancelled
              - {event: order.refunded, when: total > 2}
              - when: member.level >= 3
            goal: {event: order.paid, when: total > 3}
            steps:
              - wait: {event: order.shipped, within: 2d, when: total > 4}
                then:
                  - send: on-its-way
                    when: member.level >= 2
                    text: Hi
              - branch:
                  - when: member.level >= 4
                    steps:
                      - end: enough
                  - when: member.level >= 5
                    steps: []
                  - steps:
                      - tag: others
              - branch:
                  when: member.level >= 6
                  steps:
                    tag: alone
            """;
    private static final String CADENCE = """
            version: 1
            id: days
            purpose: marketing
            channel: wecom
            trigger: {cadence: {start: 2026-11-01, days: 7}, when: member.level >= 1}
            steps:
              - {send: one, day: 1, at: "10:00", audience: communities, when: community.members > 1, text: Hi}
              - {send: two, day: 1, at: "10:00", audience: {communities: content}, text: Hi}
              - {push: three, day: 1, at: "10:00", text: Hi}
              - {send: four, day: 1, at: "10:00", audience: members, text: Hi}
              - {send: five, day: 1, at: "10:00", text: Hi}
            """;

    private final CampaignForm form = CampaignForm.of(CampaignText.of(FILE));

    @Test
    void conditions_on_an_event_see_that_event_wherever_it_is_named() {
        assertThat(form.place("/trigger/when")).isEqualTo(new Placed("event:order.placed", "/trigger/event", "member"));
        assertThat(form.place("/goal/when")).isEqualTo(new Placed("event:order.paid", "/goal/event", ""));
        assertThat(form.place("/steps/0/wait/when"))
                .isEqualTo(new Placed("event:order.shipped", "/steps/0/wait/event", ""));
        assertThat(form.place("/exits/0/when"))
                .isEqualTo(new Placed("event:order.cancelled", "/exits/0/event", "coupon"));
        assertThat(form.place("/exits/1/when"))
                .isEqualTo(new Placed("event:order.refunded", "/exits/1/event", "coupon"));
        assertThat(form.place("/exits/2/when")).isEqualTo(new Placed("coupon", "/exits/2/event", "coupon"));
        assertThat(form.place("/exits/+/when")).isEqualTo(new Placed("coupon", "/exits/+/event", "coupon"));
    }

    @Test
    void those_of_a_moment_see_the_member_of_then() {
        for (String pointer : List.of("/steps/0/then/0/when", "/steps/1/branch/0/when", "/steps/1/branch/2/when")) {
            assertThat(form.place(pointer)).as(pointer).isEqualTo(new Placed("coupon", "", "coupon"));
        }
        assertThat(form.place("/audience/when")).isEqualTo(new Placed("member", "", "member"));
        assertThat(form.place("/steps/0/only")).isNull();
        assertThat(form.place("/name")).isNull();
    }

    @Test
    void a_goal_without_an_event_has_none_to_look_at_yet() {
        CampaignForm none = CampaignForm.of(CampaignText.of(FILE.replaceAll("(?m)^goal.*\n", "")));
        assertThat(none.place("/goal/when")).isEqualTo(new Placed("", "/goal/event", ""));
    }

    @Test
    void what_was_typed_and_not_kept_counts() {
        CampaignForm typed = CampaignForm.of(
                new FormFields(CampaignText.of(FILE), Vocabulary.EMPTY, Map.of("/goal/event", "order.lost")),
                List.of());
        assertThat(typed.place("/goal/when")).isEqualTo(new Placed("event:order.lost", "/goal/event", ""));
    }

    @Test
    void every_path_of_a_branch_is_asked_and_one_without_a_list_too() {
        assertThat(form.parts().stream()
                        .flatMap(part -> part.fields().stream())
                        .map(FormField::pointer)
                        .filter(pointer -> pointer.contains("branch") && pointer.endsWith("/when")))
                .contains("/steps/1/branch/0/when", "/steps/1/branch/1/when", "/steps/1/branch/2/when")
                .contains("/steps/2/branch/when", "/steps/2/branch/steps/when");
        assertThat(form.parts()).extracting(FormPart::id).contains("enough", "others", "alone");
        assertThat(Objects.requireNonNull(form.place("/steps/2/branch/when")).word())
                .isEqualTo("coupon");
        String asked = CampaignForm.answered(
                        CampaignText.of(FILE),
                        Map.of("/steps/2/branch/when", "member.level >= 7", "/steps/1/branch/2/when", ""))
                .text();
        assertThat(asked).isEqualTo(FILE.replace(" member.level >= 6", "\n        - member.level >= 7"));
    }

    @Test
    void a_path_without_a_list_takes_more_and_goes() {
        CampaignText text = CampaignText.of(FILE);
        assertThat(new StepDeed("path", "/steps/2", "").done(text).items("/steps/2/branch"))
                .hasSize(2);
        CampaignText more = new StepDeed("end", "/steps/2/branch/steps", "").done(text);
        assertThat(more.items("/steps/2/branch/steps")).hasSize(2);
        assertThat(new StepDeed("remove", "/steps/2/branch/steps", "")
                        .done(text)
                        .items("/steps/2/branch/steps"))
                .isEmpty();
        assertThat(new StepDeed("up", "/steps/2/branch/steps", "").done(text).text())
                .isEqualTo(FILE);
    }

    @Test
    void steps_for_communities_are_known_however_they_say_so() {
        CampaignForm days = CampaignForm.of(CampaignText.of(CADENCE));
        assertThat(days.parts()).extracting(FormPart::community).containsExactly(true, true, true, false, false);
        assertThat(Objects.requireNonNull(days.place("/steps/0/when")).word()).isEqualTo("community");
        assertThat(Objects.requireNonNull(days.place("/steps/3/when")).word()).isEqualTo("member");
        assertThat(days.place("/trigger/when")).isEqualTo(new Placed("member", "", "member"));
    }
}
