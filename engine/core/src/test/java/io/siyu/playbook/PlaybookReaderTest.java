package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Audience;
import io.siyu.campaign.CalendarSpan;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Compliance;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Conduct;
import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Trigger;
import io.siyu.member.Sends;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaybookReaderTest {

    private static final String THANKS = """
            version: 1
            id: thanks
            name: {en: Thanks, zh: 感谢}
            purpose: service
            channel: phone
            trigger:
              event: order.placed
              when:
                - total >= 200
                - "member.level >= 2"
            exits: [order.refunded]
            steps:
              - send: hello
                text: |
                  Thank you for {{ total }}, {{ member.name | default: "friend" }}!
              - wait: 3d
              - coupon: again
                kind: AGAIN
                value: 12.50
                expires: 2w
                text: {en: "{{ coupon.value }} for you", zh: "送您 {{ coupon.value }} 元"}
            """;

    private static final String CADENCE = """
            version: 1
            id: twelve
            name: Twelve
            purpose: marketing
            priority: 7
            channel: phone
            trigger:
              cadence: {start: 2026-11-01, days: 12}
              when: member.level >= 1
            goal: {event: coupon.redeemed, when: value >= 10, count: 500}
            caps: [{max: 1, per: 1d}]
            holdout: 2.5%
            steps:
              - send: warm-up
                day: 1
                at: "10:00"
                window: 4h
                text: Hello
              - send: notice
                day: 5
                at: 19:30
                window: 90m
                audience: {communities: marketing}
                when: [community.members >= 10]
                text: Hello all
            """;

    @Test
    void reads_settings() {
        Settings settings = read(Playbooks.with(Map.of("settings.yaml", """
                version: 1
                retailer: Acme
                zone: America/New_York
                currency: USD
                language: en
                quietHours: {from: "21:00", to: "08:00", spread: 45m, purposes: marketing}
                caps:
                  - {max: 2, per: 1d, purpose: marketing}
                  - {max: 0, per: 31d, channel: sms}
                stale: 12h
                holdout: 5%
                channels: {phone: [service, marketing], sms: service, mail: {purposes: service, daily: 500}}
                """))).settings();

        assertThat(settings.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(settings.quietHours()).satisfies(quiet -> {
            assertThat(quiet.from()).isEqualTo(LocalTime.of(21, 0));
            assertThat(quiet.purposes()).containsExactly(Purpose.MARKETING);
            assertThat(quiet.spread()).hasMinutes(45);
        });
        assertThat(settings.caps()).hasSize(2);
        assertThat(settings.caps().get(1).max()).isZero();
        assertThat(settings.stale()).hasHours(12);
        assertThat(settings.holdoutPermille()).isEqualTo(50);
        assertThat(settings.channels().get("sms")).containsExactly(Purpose.SERVICE);
        assertThat(settings.channels().get("mail")).containsExactly(Purpose.SERVICE);
        assertThat(settings.daily()).containsExactly(Map.entry("mail", 500L));
    }

    @Test
    void reads_how_the_house_conducts_itself() {
        Settings settings = read(Playbooks.with(Map.of("settings.yaml", """
                version: 1
                retailer: Acme
                zone: America/New_York
                currency: USD
                language: en
                caps: [{max: 2, per: week}]
                communityCaps: [{max: 1, per: day, purpose: marketing}]
                arbitration: 10m
                channels:
                  sms:
                    purposes: [service, marketing]
                    hours: {from: "08:00", to: "22:00", spread: 20m}
                    optOut: reply R
                    address: {attribute: phone, required: true}
                  mail: {purposes: service, address: email}
                """))).settings();

        assertThat(settings.caps().get(0).span()).isEqualTo(CalendarSpan.WEEK);
        Conduct conduct = settings.conduct();
        assertThat(conduct.communityCaps())
                .containsExactly(new Cap(Sends.HORIZON, 1, Purpose.MARKETING, null, CalendarSpan.DAY));
        assertThat(conduct.arbitration()).hasMinutes(10);
        QuietHours closed = new QuietHours(
                LocalTime.of(22, 0), LocalTime.of(8, 0), Duration.ofMinutes(20), Set.of(Purpose.MARKETING));
        assertThat(conduct.of("sms")).isEqualTo(new Compliance(closed, "reply R", "phone", true));
        assertThat(conduct.of("mail")).isEqualTo(new Compliance(null, "", "email", false));
        assertThat(conduct.of("phone")).isEqualTo(Compliance.NONE);
    }

    @Test
    void a_marketing_text_without_the_way_out_is_a_fault() {
        String settings = Playbooks.SETTINGS.replace(
                "phone: [service, marketing]", "phone: {purposes: [service, marketing], optOut: reply R}");
        String template = """
                version: 1
                id: gift
                purpose: marketing
                channel: phone
                text: {en: "A gift! To stop reply R", zh: 有礼物}
                """;
        assertThat(NoRules.reader()
                        .read(Playbooks.with(Map.of("settings.yaml", settings, "templates/gift.yaml", template)))
                        .diagnostics())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("channel.optout");
                    assertThat(fault.file()).isEqualTo("templates/gift.yaml");
                });
    }

    @Test
    void what_settings_leave_out_has_a_default() {
        Settings settings = read(Playbooks.with(Map.of())).settings();

        assertThat(settings.quietHours()).isNull();
        assertThat(settings.caps()).isEmpty();
        assertThat(settings.stale()).hasHours(24);
        assertThat(settings.holdoutPermille()).isZero();
    }

    @Test
    void reads_a_campaign_on_an_event() {
        Campaign campaign = campaign(THANKS);

        assertThat(campaign.trigger()).isInstanceOfSatisfying(Trigger.OnEvent.class, event -> {
            assertThat(event.type()).isEqualTo("order.placed");
            assertThat(event.when())
                    .containsExactly(new Condition("total >= 200", 9, 7), new Condition("member.level >= 2", 10, 8));
        });
        assertThat(campaign.exits()).containsExactly("order.refunded");
        assertThat(campaign.steps().get(1)).isEqualTo(new Step.Wait(Duration.ofDays(3)));
        assertThat(campaign.act("again").orElseThrow().action())
                .isInstanceOfSatisfying(Step.Action.IssueCoupon.class, coupon -> {
                    assertThat(coupon.value()).isEqualTo(1250);
                    assertThat(coupon.expires()).hasDays(14);
                    assertThat(coupon.channel()).isEqualTo("phone");
                });
    }

    @Test
    void reads_whose_clock_a_plan_goes_by_and_the_retailers_when_none_is_said() {
        String own = CADENCE.replace("days: 12}", "days: 12, clock: member}");
        String schedule = CADENCE.replace(
                        "cadence: {start: 2026-11-01, days: 12}", "schedule: {cron: 0 10 8 * *, window: 1h}")
                .replaceAll("    day: .*\n    at: .*\n    window: .*\n", "");
        assertThat(campaign(CADENCE).trigger().clock()).isEqualTo(LocalClock.RETAILER);
        assertThat(campaign(own).trigger().clock()).isEqualTo(LocalClock.MEMBER);
        assertThat(campaign(own).isOnMembersClock("warm-up")).isTrue();
        assertThat(campaign(own).isOnMembersClock("notice"))
                .as("for communities")
                .isFalse();
        assertThat(campaign(schedule).trigger().clock()).isEqualTo(LocalClock.RETAILER);
        assertThat(campaign(schedule.replace("window: 1h}", "window: 1h, clock: member}"))
                        .trigger()
                        .clock())
                .isEqualTo(LocalClock.MEMBER);
        assertThat(campaign(own.replace("clock: member", "clock: retailer"))
                        .trigger()
                        .clock())
                .isEqualTo(LocalClock.RETAILER);
    }

    @Test
    void makes_a_template_of_every_step_that_says_something() {
        Map<String, Template> templates =
                read(Playbooks.with("campaigns/thanks.yaml", THANKS)).templates();

        assertThat(templates.keySet()).containsExactly("thanks/again", "thanks/hello");
        assertThat(templates.get("thanks/hello").prints()).containsExactly("total");
        assertThat(templates.get("thanks/again").prints()).containsExactly("value");
        assertThat(templates.get("thanks/again").text().in("zh")).isEqualTo("送您 {{ coupon.value }} 元");
    }

    @Test
    void reads_a_cadence() {
        Campaign campaign = campaign(CADENCE);

        assertThat(campaign.trigger()).isInstanceOfSatisfying(Trigger.OnCadence.class, cadence -> {
            assertThat(cadence.start()).isEqualTo(LocalDate.of(2026, 11, 1));
            assertThat(cadence.days()).isEqualTo(12);
        });
        Step.Act notice = campaign.act("notice").orElseThrow();
        assertThat(notice.moment()).isEqualTo(new Moment(5, LocalTime.of(19, 30), Duration.ofMinutes(90)));
        assertThat(notice.audience()).isEqualTo(new Audience("community", "marketing"));
        assertThat(campaign.goal()).satisfies(goal -> assertThat(goal.count()).isEqualTo(500));
        assertThat(campaign.holdoutPermille()).isEqualTo(25);
    }

    @Test
    void reads_a_template_that_rules_name() {
        Template template =
                read(Playbooks.with("templates/gift.yaml", """
                version: 1
                id: gift
                purpose: marketing
                channel: phone
                priority: 3
                text: |
                  A gift for order {{ orderId | default: "of today" }}
                """)).templates().get("gift");

        assertThat(template.priority()).isEqualTo(3);
        assertThat(template.prints()).containsExactly("orderId");
    }

    @Test
    void names_the_edition_by_the_hash_of_its_playbook() {
        Playbook playbook = Playbooks.with("campaigns/thanks.yaml", THANKS);

        assertThat(read(playbook).hash()).isEqualTo(playbook.hash());
    }

    @Test
    void tells_faults_of_all_files_at_once() {
        Reading reading = NoRules.reader()
                .read(Playbooks.with(Map.of(
                        "settings.yaml", Playbooks.SETTINGS.replace("Asia/Shanghai", "Asia/Shangai"),
                        "campaigns/a.yaml", THANKS.replace("3d", "3 days").replace("order.placed", "order.place"),
                        "campaigns/b.yaml", CADENCE.replace("day: 5", "day: 13"),
                        "templates/c.yaml", "version: 2\n")));

        assertThat(reading.isPublishable()).isFalse();
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::file)
                .contains("campaigns/a.yaml", "campaigns/b.yaml", "settings.yaml", "templates/c.yaml");
        assertThat(reading.diagnostics()).isSorted();
    }

    @Test
    void tells_the_second_file_that_takes_an_id() {
        Reading reading =
                NoRules.reader().read(Playbooks.with(Map.of("campaigns/a.yaml", THANKS, "campaigns/b.yaml", THANKS)));

        assertThat(reading.diagnostics()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("campaign.duplicate");
            assertThat(fault.toString()).startsWith("campaigns/b.yaml:2");
        });
    }

    @Test
    void tells_a_fault_of_a_generated_rule_at_the_condition_of_the_campaign() {
        NoRules compiler = new NoRules();
        CampaignDrl drl = CampaignRules.of(
                campaign(THANKS), read(Playbooks.with(Map.of())).catalogue());
        String[] lines = drl.source().drl().split("\n");
        int line = java.util.Arrays.asList(lines).indexOf("        member.level >= 2") + 1;
        compiler.found.add(new Diagnostic("campaigns/thanks.yaml", line, 9 + "member.".length(), "x", "y"));

        Reading reading = compiler.playbookReader().read(Playbooks.with("campaigns/thanks.yaml", THANKS));

        assertThat(reading.diagnostics()).singleElement().hasToString("campaigns/thanks.yaml:10:15: y");
    }

    private static Edition read(Playbook playbook) {
        return NoRules.reader().read(playbook).edition();
    }

    private static Campaign campaign(String text) {
        return read(Playbooks.with("campaigns/thanks.yaml", text))
                .campaigns()
                .values()
                .iterator()
                .next();
    }

    @Test
    void ten_thousand_steps_are_one_fault() {
        StringBuilder campaign = new StringBuilder(
                "version: 1\nid: many\nname: Many\npurpose: service\ntrigger: {event: order.placed}\nsteps:\n");
        for (int i = 0; i < 10_000; i++) {
            campaign.append("  - tag: t").append(i).append('\n');
        }

        assertThat(NoRules.reader()
                        .read(Playbooks.with("campaigns/many.yaml", campaign.toString()))
                        .diagnostics())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("step.many");
                    assertThat(fault.line()).isEqualTo(507);
                });
    }
}
