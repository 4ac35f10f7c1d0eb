package io.siyu.report.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.campaign.Audience;
import io.siyu.campaign.CalendarSpan;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Condition;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.playbook.CatalogueFile;
import io.siyu.report.calendar.CampaignCalendar.Day;
import io.siyu.report.calendar.Overlap.Share;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CampaignCalendarTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
    private static final Audience MARKETING = new Audience("community", "marketing");
    private static final Audience CONTENT = new Audience("community", "content");
    private static final Audience EVERY_COMMUNITY = new Audience("community", null);

    private final Map<String, Campaign> campaigns = new TreeMap<>();
    private final Map<String, Template> templates = new TreeMap<>();
    private final List<Cap> caps = new ArrayList<>();

    /** A cadence from Monday on with one message a day at 10:00, for so many days. */
    private void daily(String id, int days, Audience audience, String... asked) {
        plan(id, new Plan(MONDAY, days, audience), List.of(), asked);
    }

    /** A cadence and for whom it is. */
    private record Plan(LocalDate start, int days, Audience audience) {}

    private void plan(String id, Plan plan, List<Cap> own, String... asked) {
        List<Step> steps = new ArrayList<>();
        for (int day = 1; day <= plan.days(); day++) {
            String step = "day-" + day;
            Moment moment = new Moment(day, LocalTime.of(10, 0), Duration.ofHours(2));
            steps.add(new Step.Act(
                    step, new Step.Action.Send("phone", Text.of("Hi")), moment, plan.audience(), List.of()));
            String template = id + "/" + step;
            templates.put(template, new Template(template, Purpose.MARKETING, "phone", 0, Text.of("Hi"), Set.of()));
        }
        List<Condition> when =
                List.of(asked).stream().map(text -> new Condition(text, 1, 1)).toList();
        campaigns.put(
                id,
                new Campaign(
                        id,
                        "campaigns/" + id + ".yaml",
                        Text.of(id),
                        Purpose.MARKETING,
                        0,
                        new Trigger.OnCadence(plan.start(), plan.days(), when),
                        steps,
                        List.of(),
                        null,
                        own,
                        0));
    }

    private CampaignCalendar calendar(LocalDate from, int days) {
        Settings settings = new Settings(
                "Green Grocer",
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                "zh",
                null,
                caps,
                Duration.ofHours(24),
                0,
                Map.of("phone", EnumSet.allOf(Purpose.class)));
        return CampaignCalendar.of(
                new Edition("e", CatalogueFile.shipped("CNY"), settings, campaigns, templates, RuleBook.EMPTY),
                from,
                days);
    }

    @Test
    void shows_each_day_s_steps_and_no_others() {
        daily("sale", 3, Audience.MEMBERS);
        CampaignCalendar calendar = calendar(MONDAY.plusDays(1), 3);
        assertThat(calendar.days())
                .extracting(day -> day.steps().stream().map(PlannedStep::step).toList())
                .containsExactly(List.of("day-2"), List.of("day-3"), List.of());
        assertThat(calendar.days().get(0).steps().get(0).channel()).isEqualTo("phone");
        assertThat(calendar.cut()).isFalse();
    }

    @Test
    void what_goes_by_the_members_clocks_stands_at_its_hour_by_the_retailers() {
        daily("sale", 2, Audience.MEMBERS);
        CampaignCalendar houses = calendar(MONDAY, 2);
        campaigns.computeIfPresent("sale", (id, sale) -> onMembersClock(sale));
        assertThat(calendar(MONDAY, 2).days()).isEqualTo(houses.days());
        assertThat(calendar(MONDAY, 2).byMembersClock()).containsExactly("sale");
        assertThat(houses.byMembersClock()).isEmpty();
    }

    private static Campaign onMembersClock(Campaign c) {
        Trigger.OnCadence plan = (Trigger.OnCadence) c.trigger();
        Trigger own = new Trigger.OnCadence(plan.start(), plan.days(), plan.when(), LocalClock.MEMBER);
        return new Campaign(c.id(), c.file(), c.name(), c.purpose(), 0, own, c.steps(), c.exits(), null, c.caps(), 0);
    }

    @Test
    void two_campaigns_together_break_a_cap_that_each_keeps_alone() {
        caps.add(new Cap(Duration.ofDays(1), 1, Purpose.MARKETING, null));
        daily("sale", 2, Audience.MEMBERS);
        assertThat(calendar(MONDAY, 3).days()).noneMatch(Day::isOver);
        plan("news", new Plan(MONDAY.plusDays(1), 1, Audience.MEMBERS), List.of());
        List<Day> days = calendar(MONDAY, 3).days();
        assertThat(days).extracting(Day::isOver).containsExactly(false, true, false);
        assertThat(days.get(1).pressures()).containsExactly(new Pressure("1 per 1d marketing", "", 2, 1));
        assertThat(days.get(2).pressures()).isEmpty();
    }

    @Test
    void a_cap_of_a_calendar_day_counts_that_day_only() {
        caps.add(new Cap(Duration.ofDays(31), 1, null, null, CalendarSpan.DAY));
        daily("one", 12, Audience.MEMBERS);

        assertThat(calendar(MONDAY, 12).days()).noneMatch(Day::isOver);
    }

    @Test
    void a_window_of_a_cap_slides_over_midnight_and_begins_before_the_first_day_shown() {
        caps.add(new Cap(Duration.ofDays(7), 2, null, null));
        daily("sale", 8, Audience.MEMBERS);
        List<Day> days = calendar(MONDAY.plusDays(6), 2).days();
        assertThat(days).extracting(day -> day.pressures().get(0).planned()).containsExactly(7, 7);
    }

    @Test
    void a_campaign_s_own_cap_counts_its_own_messages_only_and_none_is_none() {
        plan("sale", new Plan(MONDAY, 2, Audience.MEMBERS), List.of(new Cap(Duration.ofDays(2), 2, null, null)));
        daily("news", 2, Audience.MEMBERS);
        assertThat(calendar(MONDAY, 2).days()).noneMatch(Day::isOver);
        caps.add(new Cap(Duration.ofDays(1), 0, null, "phone"));
        assertThat(calendar(MONDAY, 2).days()).allMatch(Day::isOver);
    }

    @Test
    void messages_to_communities_press_on_no_member_s_cap() {
        caps.add(new Cap(Duration.ofDays(1), 0, null, null));
        daily("groups", 2, MARKETING);
        assertThat(calendar(MONDAY, 2).days()).allMatch(day -> day.pressures().isEmpty());
    }

    @Test
    void finds_who_meets_on_which_days_with_whom() {
        daily("sale", 5, Audience.MEMBERS, "member.level >= 2");
        plan("news", new Plan(MONDAY.plusDays(3), 5, Audience.MEMBERS), List.of());
        assertThat(calendar(MONDAY, 14).overlaps())
                .containsExactly(new Overlap(
                        "news",
                        "sale",
                        MONDAY.plusDays(3),
                        MONDAY.plusDays(4),
                        2,
                        Share.WITHIN,
                        Set.of("members"),
                        Set.of("phone")));
    }

    @Test
    void campaigns_for_others_or_at_other_times_do_not_meet() {
        daily("members", 3, Audience.MEMBERS);
        daily("marketing", 3, MARKETING);
        daily("content", 3, CONTENT);
        plan("later", new Plan(MONDAY.plusDays(3), 3, Audience.MEMBERS), List.of());
        assertThat(calendar(MONDAY, 14).overlaps()).isEmpty();
        daily("all-groups", 3, EVERY_COMMUNITY);
        assertThat(calendar(MONDAY, 14).overlaps())
                .extracting(overlap -> overlap.one() + " " + overlap.other() + " " + overlap.audiences())
                .containsExactly("all-groups content [content]", "all-groups marketing [marketing]");
    }

    @Test
    void tells_how_much_two_audiences_share_as_far_as_conditions_tell() {
        daily("a", 1, Audience.MEMBERS, "member.level >= 2");
        daily("b", 1, Audience.MEMBERS, "member.level >= 2");
        daily("c", 1, Audience.MEMBERS, "member.level >= 3");
        assertThat(calendar(MONDAY, 1).overlaps())
                .extracting(Overlap::share)
                .containsExactly(Share.SAME, Share.SOME, Share.SOME);
    }

    @Test
    void names_what_no_calendar_plans_and_refuses_endless_ones() {
        daily("sale", 1, Audience.MEMBERS);
        Campaign sale = campaigns.get("sale");
        campaigns.put(
                "welcome",
                new Campaign(
                        "welcome",
                        "campaigns/welcome.yaml",
                        sale.name(),
                        sale.purpose(),
                        0,
                        new Trigger.OnEvent("member.joined", List.of()),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        0));
        assertThat(calendar(MONDAY, 1).byEvents()).containsExactly("welcome");
        for (int days : new int[] {0, -1, CampaignCalendar.MOST_DAYS + 1}) {
            assertThatThrownBy(() -> calendar(MONDAY, days)).hasMessageContaining("Maybe");
        }
    }
}
