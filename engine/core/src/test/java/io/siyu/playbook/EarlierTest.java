package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Step;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlierTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final String PATH = "campaigns/thanks.yaml";
    private static final String FIRST = """
            version: 1
            id: thanks
            name: Thanks
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            steps:
              - send: now
                text: Thank you!
              - wait: 3d
              - send: care
                text: How is everything?
            """;
    private static final String SECOND = FIRST.replace("Thank you!", "Thanks a lot!");

    private final PlaybookReader reader = NoRules.reader();

    private EditionDiff.Written written(Playbook playbook) {
        return new EditionDiff.Written(reader.read(playbook).edition(), playbook);
    }

    private Playbook publish(Playbook before, String campaign, LocalDate day) {
        return publish(before, Playbooks.with(PATH, campaign), day);
    }

    private Playbook publish(Playbook before, Playbook after, LocalDate day) {
        return Earlier.carry(written(before), written(after), day);
    }

    private static List<String> earlier(Playbook playbook) {
        return playbook.paths(Earlier::isEarlier);
    }

    private String version(String campaign) {
        return written(Playbooks.with(PATH, campaign))
                .edition()
                .campaigns()
                .get("thanks")
                .journey()
                .version();
    }

    @Test
    void a_changed_campaign_leaves_the_version_members_are_inside_of() {
        Playbook first = Playbooks.with(PATH, FIRST);
        Playbook next = publish(first, SECOND, TODAY);

        // why: three days of waiting, a week to spare, and the day that has begun
        String file = "campaigns/earlier/thanks." + version(FIRST) + ".until-2026-11-12.yaml";
        assertThat(earlier(next)).containsExactly(file);
        assertThat(next.text(file)).isEqualTo(first.text(PATH));
        assertThat(publish(first, next, TODAY)).extracting(Playbook::hash).isEqualTo(next.hash());
    }

    @Test
    void an_edition_knows_the_version_in_force_and_the_earlier_one() {
        Playbook next = publish(Playbooks.with(PATH, FIRST), SECOND, TODAY);
        var edition = written(next).edition();
        String key = "thanks@" + version(FIRST);

        assertThat(edition.campaigns()).containsOnlyKeys("thanks");
        assertThat(edition.earlier()).containsOnlyKeys(key);
        assertThat(edition.campaign("thanks", version(FIRST)).id()).isEqualTo(key);
        assertThat(edition.campaign("thanks", version(SECOND)).id()).isEqualTo("thanks");
        assertThat(edition.templates()).containsKeys("thanks/now", key + "/now", key + "/care");
    }

    @Test
    void what_changes_no_step_is_no_other_version() {
        String renamed = FIRST.replace("name: Thanks", "name: Gratitude # says it better");

        assertThat(version(renamed)).isEqualTo(version(FIRST));
        assertThat(earlier(publish(Playbooks.with(PATH, FIRST), renamed, TODAY)))
                .isEmpty();
    }

    @Test
    void a_campaign_nobody_stays_in_leaves_nothing() {
        String single = FIRST.substring(0, FIRST.indexOf("  - wait"));

        assertThat(earlier(publish(Playbooks.with(PATH, single), SECOND, TODAY)))
                .isEmpty();
    }

    @Test
    void members_who_are_moved_on_need_no_earlier_version() {
        assertThat(earlier(publish(Playbooks.with(PATH, FIRST), SECOND + "inFlight: move\n", TODAY)))
                .isEmpty();
    }

    @Test
    void several_versions_are_kept_each_until_its_day() {
        Playbook second = publish(Playbooks.with(PATH, FIRST), SECOND, TODAY);
        Playbook third = publish(second, FIRST.replace("3d", "30d"), TODAY.plusDays(5));

        assertThat(earlier(third)).hasSize(2);
        assertThat(earlier(publish(third, FIRST.replace("3d", "31d"), TODAY.plusDays(12))))
                .hasSize(2)
                .noneMatch(path -> path.contains(version(FIRST)));
    }

    @Test
    void a_version_that_comes_back_is_kept_until_the_later_day() {
        Playbook second = publish(Playbooks.with(PATH, FIRST), SECOND, TODAY);
        Playbook first = publish(second, FIRST, TODAY.plusDays(1));
        Playbook again = publish(first, SECOND, TODAY.plusDays(2));

        assertThat(earlier(first)).singleElement().asString().contains(version(SECOND));
        assertThat(earlier(again)).singleElement().asString().contains(version(FIRST), "until-2026-11-14");
    }

    @Test
    void a_campaign_that_is_gone_takes_its_versions_along() {
        Playbook second = publish(Playbooks.with(PATH, FIRST), SECOND, TODAY);

        assertThat(earlier(publish(second, Playbooks.with(Map.of()), TODAY))).isEmpty();
    }

    @Test
    void a_version_that_cannot_be_read_any_more_is_told_and_left_out() {
        Playbook next = publish(
                Playbooks.with(PATH, FIRST.replace("channel: phone", "channel: wechat-template")), SECOND, TODAY);
        String settings = next.text("settings.yaml").orElseThrow().replace("wechat-template", "wechat-work");
        Reading reading =
                reader.read(next.with("settings.yaml", settings.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.edition().earlier()).isEmpty();
        assertThat(reading.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("campaign.earlier");
            assertThat(warning.file()).startsWith("campaigns/earlier/thanks.");
        });
    }

    @Test
    void the_longest_way_takes_the_longer_of_two_paths() {
        Step.Act act = new Step.Act("a", new Step.Action.Tag("a"), null, io.siyu.campaign.Audience.MEMBERS, List.of());
        Step wait = new Step.Wait(Duration.ofDays(3));
        Step branch = new Step.Branch(
                List.of(new Step.Path(List.of(), List.of(wait, act, wait)), new Step.Path(List.of(), List.of(wait))));
        Step await =
                new Step.Await("order.paid", List.of(), Duration.ofDays(1), "", List.of(wait), List.of(wait, branch));

        assertThat(Earlier.longest(List.of(wait, await, act))).isEqualTo(Duration.ofDays(3 + 1 + 3 + 6));
    }
}
