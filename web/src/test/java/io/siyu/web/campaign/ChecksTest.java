package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Campaign;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import io.siyu.web.campaign.Checklist.Item;
import io.siyu.web.campaign.Checklist.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final String PATH = "campaigns/sale.yaml";
    private static final Instant BEFORE = Instant.parse("2026-11-01T00:00:00Z");
    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: en
            quietHours: {from: "21:00", to: "08:00", spread: 30m, purposes: [marketing]}
            channels:
              phone: [service, marketing]
            """;
    private static final String CAMPAIGN = """
            version: 1
            id: sale
            name: {zh: 大促, en: Sale}
            purpose: marketing
            channel: phone
            trigger:
              cadence: {start: 2026-11-04, days: 2}
              when: member.level >= 2
            caps: [{max: 2, per: 1d}]
            holdout: 5%
            steps:
              - send: early
                day: 1
                at: "10:00"
                window: 2h
                audience: members
                text: {zh: 早, en: Early}
              - send: late
                day: 2
                at: "20:00"
                window: 2h
                audience: members
                text: {zh: 晚, en: Late}
            """;

    private final PlaybookReader reader = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of);

    private Map<String, Item> checked(UnaryOperator<String> otherwise, Instant now, String... unreached) {
        String text = otherwise.apply(CAMPAIGN);
        Edition edition = reader.read(Playbook.of(Map.of(
                        "settings.yaml",
                        SETTINGS.getBytes(StandardCharsets.UTF_8),
                        PATH,
                        text.getBytes(StandardCharsets.UTF_8))))
                .edition();
        Campaign campaign = edition.campaigns().get("sale");
        return new Checks(campaign, edition, CampaignText.of(text))
                .all(now, List.of(unreached)).stream().collect(Collectors.toMap(Item::what, item -> item));
    }

    @Test
    void finds_nothing_where_all_is_well() {
        assertThat(checked(text -> text, BEFORE).values())
                .extracting(Item::level)
                .containsOnly(Level.FINE);
        assertThat(checked(text -> text, BEFORE).get("window").told()).containsExactly("2026-11-04 10:00");
    }

    @Test
    void tells_each_text_that_lacks_a_language() {
        Item item = checked(text -> text.replace("zh: 晚, ", "").replace("{zh: 早, en: Early}", "Early"), BEFORE)
                .get("languages");
        assertThat(item).isEqualTo(new Item("languages", Level.LOOK, List.of("early, late (zh)")));
    }

    @Test
    void tells_what_limits_it_and_what_does_not() {
        Map<String, Item> items = checked(
                text -> text.replace("  when: member.level >= 2\n", "")
                        .replace("caps: [{max: 2, per: 1d}]\n", "")
                        .replace("holdout: 5%\n", ""),
                BEFORE,
                "phone");
        assertThat(items.values().stream()
                        .filter(item -> item.level() == Level.LOOK)
                        .map(Item::what))
                .containsExactlyInAnyOrder("audience", "caps", "holdout", "channels");
    }

    @Test
    void tells_steps_in_quiet_hours_at_their_boundaries() {
        assertThat(checked(text -> text.replace("20:00", "20:59"), BEFORE)
                        .get("quiet")
                        .level())
                .isEqualTo(Level.FINE);
        assertThat(checked(text -> text.replace("20:00", "21:00"), BEFORE).get("quiet"))
                .isEqualTo(new Item("quiet", Level.LOOK, List.of("21:00-08:00", "late")));
        assertThat(checked(text -> text.replace("20:00", "07:59"), BEFORE)
                        .get("quiet")
                        .level())
                .isEqualTo(Level.LOOK);
        assertThat(checked(text -> text.replace("20:00", "08:00"), BEFORE)
                        .get("quiet")
                        .level())
                .isEqualTo(Level.FINE);
    }

    @Test
    void by_the_members_clock_hours_are_the_houses_and_a_step_is_past_when_it_is_for_everybody() {
        UnaryOperator<String> own = text -> text.replace("days: 2}", "days: 2, clock: member}");
        assertThat(checked(own, BEFORE).get("window").told()).containsExactly("2026-11-04 10:00");
        assertThat(checked(own, BEFORE).get("quiet").level()).isEqualTo(Level.FINE);
        assertThat(checked(own, BEFORE).get("clock")).isEqualTo(new Item("clock", Level.FINE, List.of()));
        assertThat(checked(text -> text, BEFORE)).doesNotContainKey("clock");
        assertThat(checked(own, Instant.parse("2026-11-04T23:59:59Z"))
                        .get("window")
                        .level())
                .isEqualTo(Level.FINE);
        assertThat(checked(own, Instant.parse("2026-11-05T00:00:00Z")).get("window"))
                .isEqualTo(new Item("window", Level.LOOK, List.of("1", "2")));
        assertThat(checked(own, Instant.parse("2026-11-06T09:59:59Z"))
                        .get("window")
                        .level())
                .as("the house's day is over, and somebody's is not")
                .isEqualTo(Level.LOOK);
        assertThat(checked(own, Instant.parse("2026-11-06T10:00:00Z"))
                        .get("window")
                        .level())
                .isEqualTo(Level.STOP);
    }

    @Test
    void what_is_past_is_told_and_what_is_all_past_stops() {
        assertThat(checked(text -> text, Instant.parse("2026-11-04T04:00:00Z")).get("window"))
                .isEqualTo(new Item("window", Level.LOOK, List.of("1", "2")));
        assertThat(checked(text -> text, Instant.parse("2026-11-05T13:59:59Z"))
                        .get("window")
                        .level())
                .isEqualTo(Level.LOOK);
        assertThat(checked(text -> text, Instant.parse("2026-11-05T14:00:00Z"))
                        .get("window")
                        .level())
                .isEqualTo(Level.STOP);
    }

    @Test
    void tells_whom_it_is_for_with_what_the_audience_asks() {
        assertThat(checked(text -> text.replace("caps:", "audience: {not: {tagged: [tea, quiet]}}\ncaps:"), BEFORE)
                        .get("audience")
                        .told())
                .containsExactly("member.level >= 2, not tagged tea, not tagged quiet");
        assertThat(checked(text -> text.replace("  when: member.level >= 2\n", ""), BEFORE)
                        .get("audience")
                        .told())
                .isEmpty();
    }
}
