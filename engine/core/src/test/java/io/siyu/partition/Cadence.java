package io.siyu.partition;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A cadence in the making, for tests of what is planned when. */
public final class Cadence {
    private final LocalDate start;
    private final ZoneId zone;
    private final List<Step> steps = new ArrayList<>();

    private Cadence(LocalDate start, ZoneId zone) {
        this.start = start;
        this.zone = zone;
    }

    /** A cadence that starts on this day. */
    public static Cadence from(String start, String zone) {
        return new Cadence(LocalDate.parse(start), ZoneId.of(zone));
    }

    /** With a step for all members at this local time of this day, open so long. */
    public Cadence step(String id, int day, String at, Duration window) {
        Step.Action send = new Step.Action.Send("phone", Text.of("Hello"));
        Moment moment = new Moment(day, LocalTime.parse(at), window);
        steps.add(new Step.Act(id, send, moment, Audience.MEMBERS, List.of()));
        return this;
    }

    public Campaign campaign() {
        return new Campaign(
                "sale",
                "campaigns/sale.yaml",
                Text.of("Sale"),
                Purpose.MARKETING,
                0,
                new Trigger.OnCadence(start, 12, List.of()),
                steps,
                List.of(),
                null,
                List.of(),
                0);
    }

    /** An edition of this one campaign. */
    public Edition edition() {
        return edition("5a1e00000000");
    }

    /** An edition of this one campaign, with a hash of its own. */
    public Edition edition(String hash) {
        Settings settings = new Settings(
                "Green Grocer",
                zone,
                "CNY",
                "zh",
                null,
                List.of(),
                Duration.ofHours(24),
                0,
                Map.of("phone", EnumSet.allOf(Purpose.class)));
        Campaign campaign = campaign();
        return new Edition(
                hash, CatalogueFile.shipped("CNY"), settings, Map.of(campaign.id(), campaign), Map.of(), new NoRules());
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
