package io.siyu.partition;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Recurrence;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A scheduled campaign in the making, for tests of what is planned when. */
public record Rounds(Recurrence recurrence, String zone, Duration window, List<Step> steps, LocalClock clock) {

    /** Rounds of one step, {@code day}, for all members, open for two hours. */
    public static Rounds of(Recurrence recurrence, String zone) {
        return new Rounds(recurrence, zone, Duration.ofHours(2), List.of(), LocalClock.RETAILER).step("day");
    }

    public static Rounds cron(String expression, String zone) {
        return of(new Recurrence.Cron(expression, null, null), zone);
    }

    public Rounds step(String id) {
        Step.Action send = new Step.Action.Send("phone", Text.of("Hello"));
        return with(new Step.Act(id, send, null, Audience.MEMBERS, List.of()));
    }

    public Rounds pause(Duration length) {
        return with(new Step.Wait(length));
    }

    private Rounds with(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Rounds(recurrence, zone, window, all, clock);
    }

    /** The same by each member's own clock. */
    public Rounds onMembersClock() {
        return new Rounds(recurrence, zone, window, steps, LocalClock.MEMBER);
    }

    public Campaign campaign() {
        return new Campaign(
                "club",
                "campaigns/club.yaml",
                Text.of("Club"),
                Purpose.MARKETING,
                0,
                new Trigger.OnSchedule(recurrence, window, List.of(), clock),
                steps,
                List.of(),
                null,
                List.of(),
                0);
    }

    /** An edition of this one campaign. */
    public Edition edition(String hash) {
        Settings settings = new Settings(
                "Green Grocer",
                ZoneId.of(zone),
                "CNY",
                "zh",
                null,
                List.of(),
                Duration.ofHours(24),
                0,
                Map.of("phone", EnumSet.allOf(Purpose.class)));
        return new Edition(
                hash, CatalogueFile.shipped("CNY"), settings, Map.of("club", campaign()), Map.of(), new NoRules());
    }

    private record NoRules() implements RuleBook {
        @Override
        public RuleSession open() {
            throw new UnsupportedOperationException("Nothing is decided here.");
        }

        @Override
        public List<RuleSummary> rules() {
            return List.of();
        }
    }
}
